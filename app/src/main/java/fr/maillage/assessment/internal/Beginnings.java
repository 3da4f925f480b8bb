package fr.maillage.assessment.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.documents.FiledByForm;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// How an evaluation begins: with what the file knows, from a filled paper sheet, from the last one
/// or from a FHIR file. The caller has opened the file.
@Service
class Beginnings {

    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final CutOffs cutOffs;
    private final Patients patients;
    private final Trail trail;
    private final FiledByForm documents;
    private final Clock clock;

    Beginnings(
            Questionnaires questionnaires,
            AssessmentRepository repository,
            CutOffs cutOffs,
            Patients patients,
            Trail trail,
            FiledByForm documents,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.cutOffs = cutOffs;
        this.patients = patients;
        this.trail = trail;
        this.documents = documents;
        this.clock = clock;
    }

    /// Begins an evaluation with the latest version of a questionnaire. Throws `NotFound` for an
    /// unknown one.
    @Transactional
    public UUID start(PatientId patient, String code) {
        return start(patient, code, LocalDate.now(clock), AssessmentText.AT_HOME, Origin.SCREEN);
    }

    /// Begins the typing of a filled paper sheet, dated the day it was filled; its scan becomes a
    /// document. Throws `FormRefused` naming the field.
    @Transactional
    public UUID startFromPaper(PatientId patient, SheetForm form, @Nullable MultipartFile scan) {
        var errors = new FormErrors();
        var sheet =
                form.read(errors, LocalDate.now(clock), patients.get(patient).birthDate())
                        .orElseThrow(() -> new FormRefused(errors));
        var document =
                scan == null
                        ? null
                        : documents
                                .keep(
                                        patient,
                                        scan,
                                        new FiledByForm.About(
                                                "EVALUATION",
                                                AssessmentText.sheetTitle(
                                                        known(sheet.code()).title()),
                                                sheet.onDate(),
                                                sheet.filledBy()))
                                .orElse(null);
        return start(
                patient,
                sheet.code(),
                sheet.onDate(),
                sheet.setting(),
                new Origin(Origin.Source.PAPIER, sheet.filledBy(), document));
    }

    private UUID start(
            PatientId patient, String code, LocalDate day, String setting, Origin origin) {
        var known = known(code);
        return begin(
                patient,
                known,
                day,
                setting,
                new Resumption(
                        prefilled(known, patient, day, origin.paper() ? setting : ""), List.of()),
                origin);
    }

    private UUID begin(
            PatientId patient,
            Questionnaires.Known known,
            LocalDate day,
            String setting,
            Resumption resumed,
            Origin origin) {
        var id = Ids.next();
        repository.insert(
                id,
                patient,
                known,
                day,
                setting,
                resumed,
                SignedIn.current().displayName(),
                origin);
        trail.wrote(Trail.Action.CREATE, patient, AssessmentService.PART, id);
        return id;
    }

    /// Begins an evaluation with the answers of a completed one, in the version of today. What has
    /// no place there any more is listed on the new form. Throws `NotFound`.
    @Transactional
    public UUID resume(PatientId patient, UUID former) {
        var last = repository.get(patient, former);
        if (!last.completed()) throw new NotFound("evaluation", former);
        var known = known(last.code());
        var day = LocalDate.now(clock);
        var engine = questionnaires.engine();
        return begin(
                patient,
                known,
                day,
                AssessmentText.AT_HOME,
                Resumption.of(
                        engine.definition(last.canonical()),
                        last.answers(),
                        engine.definition(known.canonical()),
                        prefilled(known, patient, day, "")),
                Origin.SCREEN);
    }

    /// Begins an evaluation with the answers of a file, to be read again and completed. Throws
    /// `FormRefused` when they are not this person's, or by a questionnaire nobody knows.
    @Transactional
    public UUID startFromFile(PatientId patient, QuestionnaireResponse file) {
        var today = LocalDate.now(clock);
        var read = ResponseFile.read(file, patient, today);
        var engine = questionnaires.engine();
        var known =
                questionnaires
                        .byCanonical(read.canonical())
                        .orElseThrow(() ->
                                FormRefused.because("fichier", ImportText.QUESTIONNAIRE_UNKNOWN));
        var definition = engine.definition(known.canonical());
        return begin(
                patient,
                known,
                read.day(),
                "DOCUMENT",
                new Resumption(
                        Responses.answersOf(file, definition), ResponseFile.lost(file, definition)),
                new Origin(Origin.Source.FICHIER, null, null));
    }

    private Questionnaires.Known known(String code) {
        return questionnaires.startable().stream()
                .filter(q -> q.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("questionnaire", null));
    }

    /// What the definition asks of the file, and the day and place where the questionnaire asks
    /// them.
    private Map<String, List<String>> prefilled(
            Questionnaires.Known known, PatientId patient, LocalDate day, String setting) {
        var engine = questionnaires.engine();
        var identity = patients.get(patient);
        var answers =
                new LinkedHashMap<>(
                        engine.initial(
                                known.canonical(),
                                new Population(
                                        day,
                                        identity.birthDate(),
                                        identity.sex(),
                                        repository.formerScores(patient),
                                        cutOffs.chosen().values().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                CutOffs.Chosen::scoreCode,
                                                                CutOffs.Chosen::value)))));
        var items = engine.definition(known.canonical()).items;
        if (items.containsKey("cadre.date")) answers.put("cadre.date", List.of(day.toString()));
        var place = AssessmentContext.place(setting);
        if (items.containsKey("cadre.lieu") && !place.isEmpty()) answers.put("cadre.lieu", place);
        return answers;
    }
}
