package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the questionnaires a structure brings.
@Component
@Transactional(readOnly = true)
class ImportScreens {

    private final ImportedRepository repository;
    private final Questionnaires questionnaires;
    private final CutOffs cutOffs;
    private final Clock clock;

    ImportScreens(
            ImportedRepository repository,
            Questionnaires questionnaires,
            CutOffs cutOffs,
            Clock clock) {
        this.repository = repository;
        this.questionnaires = questionnaires;
        this.cutOffs = cutOffs;
        this.clock = clock;
    }

    ImportsPage list(List<FhirFile.Place> faults, FormErrors errors) {
        return new ImportsPage(
                repository.all().stream()
                        .map(one ->
                                new ImportsPage.Line(
                                        one.id().toString(),
                                        one.title(),
                                        one.version(),
                                        ImportText.status(one.status()),
                                        tone(one),
                                        FrenchDates.date(day(one.importedAt())),
                                        one.rightKind() == null
                                                ? ""
                                                : ImportText.RIGHTS.getOrDefault(
                                                        one.rightKind(), "")))
                        .toList(),
                ImportsPage.faults(faults),
                errors,
                SourceChecks.MOST_ITEMS,
                cutOffs());
    }

    private List<ImportsPage.CutOff> cutOffs() {
        var chosen = cutOffs.chosen();
        return cutOffs.choosable().stream()
                .map(score -> {
                    var now = chosen.get(score.code());
                    return new ImportsPage.CutOff(
                            score.code(),
                            score.label(),
                            score.source(),
                            score.options().stream()
                                    .map(option ->
                                            new Choice(
                                                    option.code(),
                                                    option.display(),
                                                    now != null
                                                            && option.points()
                                                                    .filter(value ->
                                                                            value.compareTo(
                                                                                            now
                                                                                                    .value())
                                                                                    == 0)
                                                                    .isPresent()))
                                    .toList(),
                            now == null
                                    ? ImportText.CUT_OFF_DEFAULT
                                    : said("Choisi", now.chosenAt(), now.chosenBy(), null));
                })
                .toList();
    }

    ImportedPage page(UUID id, Sent form) {
        var one = repository.get(id);
        return new ImportedPage(
                id.toString(),
                one.title(),
                one.canonical(),
                ImportText.status(one.status()),
                tone(one),
                one.toTry(),
                one.published(),
                said("Reçu", one.importedAt(), one.importedBy(), null),
                one.publishedAt() == null
                        ? null
                        : said("Publié", one.publishedAt(), one.publishedBy(), null),
                one.withdrawnAt() == null
                        ? null
                        : said("Retiré", one.withdrawnAt(), one.withdrawnBy(), one.withdrawnWhy()),
                right(one),
                one.toTry()
                        ? RestrictedTool.in(
                                        one.title() + " " + one.code(),
                                        questionnaires.engine().definitions())
                                .map(tool -> ImportText.restricted(tool.tool(), tool.owner()))
                                .orElse(null)
                        : null,
                one.items(),
                repository.uses(one.url(), one.version()),
                ImportText.RIGHTS.entrySet().stream()
                        .map(right ->
                                new Choice(
                                        right.getKey(),
                                        right.getValue(),
                                        right.getKey().equals(form.text("droit"))))
                        .toList(),
                form);
    }

    /// The form as it would be, filled with these answers; with none, as an evaluation would begin.
    TrialPage trial(UUID id, @Nullable Map<String, List<String>> typed) {
        var one = repository.get(id);
        var engine = questionnaires.trial(one, repository.definition(id));
        var answers =
                typed == null
                        ? engine.initial(one.canonical(), Population.none(LocalDate.now(clock)))
                        : new LinkedHashMap<>(typed);
        var found = engine.evaluate(one.canonical(), answers);
        var required = found.progress().stream().mapToInt(Evaluation.Progress::required).sum();
        var answered = found.progress().stream().mapToInt(Evaluation.Progress::answered).sum();
        return new TrialPage(
                id.toString(),
                engine.form(found),
                AssessmentFormScreens.panels(found, _ -> null),
                AssessmentText.answered(answered, required));
    }

    /// Its twin on paper, as it would be printed.
    PaperPage paper(UUID id) {
        var one = repository.get(id);
        return PaperScreens.sheet(
                questionnaires.trial(one, repository.definition(id)),
                one.canonical(),
                null,
                LocalDate.now(clock));
    }

    /// The file as it was received.
    String file(UUID id) {
        return repository.definition(id);
    }

    private static @Nullable String right(Imported one) {
        if (one.rightKind() == null) return null;
        var words = new StringBuilder(ImportText.RIGHTS.getOrDefault(one.rightKind(), ""));
        if (one.rightHolder() != null)
            words.append(Typography.NBSP).append(": ").append(one.rightHolder());
        if (one.rightReference() != null) words.append(", ").append(one.rightReference());
        if (one.rightOn() != null) words.append(", le ").append(FrenchDates.date(one.rightOn()));
        return words.toString();
    }

    private static String said(String what, Instant at, @Nullable String by, @Nullable String why) {
        return what
                + " le "
                + FrenchDates.date(day(at))
                + (by == null ? "" : " par " + by)
                + (why == null ? "" : Typography.NBSP + ": " + why);
    }

    private static String tone(Imported one) {
        return one.published() ? "is-done" : one.toTry() ? "is-due" : "";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }
}
