package fr.maillage.careplan.internal.education;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.Recurrence;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Acts on programmes of education. Each refuses by `FormRefused`.
@Service
@Transactional
class EducationService {

    private final EducationRepository programmes;
    private final PlanDrafts drafts;
    private final CaseFiles files;
    private final Patients patients;
    private final Trail trail;
    private final Timeline timeline;
    private final Clock clock;

    EducationService(
            EducationRepository programmes,
            PlanDrafts drafts,
            CaseFiles files,
            Patients patients,
            Trail trail,
            Timeline timeline,
            Clock clock) {
        this.programmes = programmes;
        this.drafts = drafts;
        this.files = files;
        this.patients = patients;
        this.trail = trail;
        this.timeline = timeline;
        this.clock = clock;
    }

    void addModel(Typed typed) {
        var errors = new FormErrors();
        var model = EducationForms.readModel(typed, today(), errors);
        FormRefused.unless(errors);
        programmes.add(model.orElseThrow());
    }

    void retireModel(UUID model) {
        programmes.retire(model, today());
    }

    void begin(PatientId patient, Typed typed) {
        files.openToWrite(patient, CaseFiles.Part.PPS);
        var errors = new FormErrors();
        var read =
                EducationForms.readProgramme(
                        patient,
                        typed,
                        programmes.models(),
                        patients.get(patient).mtState().equals("DECLARE"),
                        today(),
                        errors);
        FormRefused.unless(errors);
        save(read.orElseThrow(), "Programme d’éducation thérapeutique proposé");
    }

    void diagnose(PatientId patient, UUID id, Typed typed) {
        change(
                patient,
                id,
                "Diagnostic éducatif",
                (programme, errors) ->
                        EducationForms.readDiagnosis(programme, typed, today(), errors));
    }

    void end(PatientId patient, UUID id, Typed typed) {
        change(
                patient,
                id,
                "Programme d’éducation thérapeutique évalué",
                (programme, errors) -> EducationForms.readEnd(programme, typed, today(), errors));
    }

    private interface Change {
        Optional<Programme> of(Programme programme, FormErrors errors);
    }

    private void change(PatientId patient, UUID id, String title, Change change) {
        var programme = running(patient, id);
        var errors = new FormErrors();
        var changed = change.of(programme, errors);
        FormRefused.unless(errors);
        save(changed.orElseThrow(), title);
    }

    void addCompetence(PatientId patient, UUID id, Typed typed) {
        var programme = running(patient, id);
        var errors = new FormErrors();
        var competence = EducationForms.readCompetence(typed, errors);
        FormRefused.unless(errors);
        programmes.save(id, competence.orElseThrow(), programme.competences().size());
        trail.wrote(Trail.Action.UPDATE, patient, "EDUCATION", id);
    }

    /// Says what each competence became; those left without a choice stay as they were.
    void evaluate(PatientId patient, UUID id, Typed typed) {
        var programme = running(patient, id);
        var errors = new FormErrors();
        var evaluated = new ArrayList<Programme.Competence>();
        for (var c : programme.competences()) {
            var code = typed.text("c-" + c.id());
            if (code.isEmpty()) continue;
            if (!Mastery.codes().contains(code)) {
                errors.add("c-" + c.id(), fr.maillage.web.WebText.CHOOSE);
                continue;
            }
            evaluated.add(
                    new Programme.Competence(
                            c.id(),
                            c.family(),
                            c.words(),
                            c.before(),
                            Mastery.valueOf(code),
                            today()));
        }
        FormRefused.unless(errors);
        evaluated.forEach(c -> programmes.save(id, c, 0));
        trail.wrote(Trail.Action.UPDATE, patient, "EDUCATION", id);
    }

    /// Writes into the draft of the plan what the educational diagnosis leads to: a goal for each
    /// competence, and the sessions.
    void carry(PatientId patient, UUID id) {
        var programme = running(patient, id);
        var draft =
                drafts.inPreparation(patient)
                        .filter(PlanDrafts.Draft::draft)
                        .orElseThrow(() -> FormRefused.because("plan", EducationText.NO_DRAFT));
        var known = draft.goals().stream().map(GoalLine::title).toList();
        var goals = new ArrayList<GoalLine>();
        for (var c : programme.competences())
            if (!known.contains(c.words()))
                goals.add(
                        new GoalLine(
                                Ids.next(),
                                c.words(),
                                "EDUCATIF",
                                "QUALITATIF",
                                null,
                                null,
                                List.of()));
        if (goals.isEmpty()) throw FormRefused.because("plan", EducationText.NOTHING_TO_CARRY);
        var acts = new ArrayList<ActLine>();
        if (draft.acts().stream().noneMatch(a -> a.title().equals(EducationText.SESSION_OF_PLAN)))
            acts.add(
                    new ActLine(
                            Ids.next(),
                            goals.getFirst().id(),
                            "SEANCE_EDUCATION",
                            EducationText.SESSION_OF_PLAN,
                            null,
                            null,
                            null,
                            new Recurrence(today(), null, 1, "MOIS", 6, Set.of()),
                            7,
                            14,
                            null,
                            List.of()));
        drafts.write(draft.id(), draft.seen(), goals, acts, Set.of());
    }

    private Programme running(PatientId patient, UUID id) {
        files.openToWrite(patient, CaseFiles.Part.PPS);
        var programme = programmes.lock(patient, id);
        if (!programme.running()) throw FormRefused.because("programme", EducationText.OVER);
        return programme;
    }

    private void save(Programme programme, String title) {
        programmes.save(programme, clock.instant(), SignedIn.current().displayName());
        trail.wrote(Trail.Action.UPDATE, programme.patient(), "EDUCATION", programme.id());
        timeline.add(
                programme.patient(),
                Timeline.Kind.PPS,
                title,
                programme.title(),
                "/dossiers/" + programme.patient() + "/education",
                true);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
