package fr.maillage.assessment.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/// A FHIR QuestionnaireResponse somebody brings as a file: whose it is comes first.
///
/// @param canonical the `url|version` it answers
/// @param day when it was filled; today where it does not say
record ResponseFile(String canonical, LocalDate day) {

    /// Refuses, by `FormRefused`, what is not this person's or does not name its questionnaire. The
    /// person is known by the id Maillage gave (`Patient/…`), never by a name.
    static ResponseFile read(QuestionnaireResponse file, PatientId patient, LocalDate today) {
        var subject = file.getSubject().hasReference() ? file.getSubject().getReference() : "";
        if (subject.isEmpty()) throw FormRefused.because("fichier", ImportText.WHO_MISSING);
        if (!subject.equals("Patient/" + patient))
            throw FormRefused.because("fichier", ImportText.OTHER_PERSON);
        if (!file.hasQuestionnaire() || !file.getQuestionnaire().contains("|"))
            throw FormRefused.because("fichier", ImportText.QUESTIONNAIRE_MISSING);
        var day =
                file.hasAuthored()
                        ? LocalDate.ofInstant(file.getAuthored().toInstant(), FrenchDates.PARIS)
                        : today;
        if (day.isAfter(today)) throw FormRefused.because("fichier", ImportText.DAY_UNREADABLE);
        return new ResponseFile(file.getQuestionnaire(), day);
    }

    /// Answers to questions that this questionnaire does not ask, in words.
    static List<Resumption.Lost> lost(QuestionnaireResponse file, Definition definition) {
        var lost = new ArrayList<Resumption.Lost>();
        file.getItem().forEach(item -> lost(item, definition, lost));
        return List.copyOf(lost);
    }

    private static void lost(
            QuestionnaireResponseItemComponent item,
            Definition definition,
            List<Resumption.Lost> lost) {
        item.getItem().forEach(child -> lost(child, definition, lost));
        for (var answer : item.getAnswer())
            answer.getItem().forEach(child -> lost(child, definition, lost));
        if (!item.hasAnswer() || definition.items.containsKey(item.getLinkId())) return;
        lost.add(
                new Resumption.Lost(
                        item.hasText() ? item.getText() : String.valueOf(item.getLinkId()),
                        item.getAnswer().stream()
                                .map(answer ->
                                        answer.getValue() instanceof Coding coding
                                                        && coding.hasDisplay()
                                                ? coding.getDisplay()
                                                : answer.hasValue()
                                                        ? AnswerReader.postedBase(answer.getValue())
                                                        : "")
                                .collect(Collectors.joining(", ")),
                        QuestionnaireText.GONE));
    }
}
