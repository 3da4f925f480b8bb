package fr.maillage.assessment.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.assessment.internal.AssessmentText.Conflict;
import fr.maillage.assessment.internal.QuestionnaireEngine.Filing;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An evaluation that was begun ([Beginnings]) is saved as one types, and completed: then its
/// scores are kept, and the problems its findings suggest are proposed. The caller has opened the
/// file.
@Service
class AssessmentService {

    /// What the trail calls this part of a file.
    static final String PART = "EVALUATIONS";

    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Strengths strengths;
    private final Clock clock;

    AssessmentService(
            Questionnaires questionnaires,
            AssessmentRepository repository,
            Patients patients,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Strengths strengths,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.strengths = strengths;
        this.clock = clock;
    }

    /// A form as sent: the whole of it each time.
    ///
    /// @param version the version the tab showed
    /// @param tab the tab itself, so that a retry after a cut is not taken for a colleague's change
    /// @param incomplete whether to complete although answers are missing
    record Sent(
            Map<String, List<String>> answers,
            String onDate,
            String setting,
            List<String> participants,
            int version,
            UUID tab,
            boolean incomplete) {
        @Override
        public String toString() {
            return "Sent[" + answers.size() + " answers]";
        }
    }

    /// What became of a form sent. The evaluation is that of what was typed, whatever happened to
    /// it.
    sealed interface Outcome {
        Held held();

        Evaluation evaluation();

        /// Saved as a draft; `errors` are those of date and place, which keep their last good
        /// value.
        record Saved(Held held, Evaluation evaluation, FormErrors errors) implements Outcome {}

        /// Completed for good.
        record Completed(Held held, Evaluation evaluation) implements Outcome {}

        /// Saved as a draft, but not completed: an answer cannot be read, or `missing` required
        /// ones are not given.
        record NotComplete(
                Held held, Evaluation evaluation, FormErrors errors, List<String> missing)
                implements Outcome {}

        /// Somebody saved first; nothing was written.
        record Overtaken(Held held, Evaluation evaluation, Conflict conflict) implements Outcome {}
    }

    /// Writes what can be relied on in place of what was shown. Throws `FormRefused` when too long,
    /// `OptimisticLockingFailureException` when somebody wrote meanwhile. The caller has opened the
    /// file to write.
    @Transactional
    public void writeStrengths(PatientId patient, String words, String seen) {
        if (words.length() > Strengths.MAX)
            throw FormRefused.because("strengths", AssessmentText.STRENGTHS_LONG);
        var id = strengths.write(patient, words, seen, SignedIn.current().displayName());
        trail.wrote(Trail.Action.CREATE, patient, "points d’appui", id);
    }

    /// Keeps a draft as typed, readable or not.
    @Transactional
    public Outcome save(PatientId patient, UUID id, Sent sent) {
        var held = repository.lock(patient, id);
        var evaluation = questionnaires.engine().evaluate(held.canonical(), sent.answers());
        var conflict = overtaken(held, sent);
        if (conflict != null) return new Outcome.Overtaken(held, evaluation, conflict);
        var errors = new FormErrors();
        return new Outcome.Saved(keep(patient, held, evaluation, sent, errors), evaluation, errors);
    }

    /// Keeps what was typed and, when nothing stands in the way, completes the evaluation.
    @Transactional
    public Outcome complete(PatientId patient, UUID id, Sent sent) {
        var held = repository.lock(patient, id);
        var evaluation = questionnaires.engine().evaluate(held.canonical(), sent.answers());
        var conflict = overtaken(held, sent);
        if (conflict != null) return new Outcome.Overtaken(held, evaluation, conflict);
        var errors = new FormErrors();
        var kept = keep(patient, held, evaluation, sent, errors);
        var missing =
                evaluation.progress().stream().flatMap(part -> part.missing().stream()).toList();
        if (!errors.none()
                || !evaluation.errors().isEmpty()
                || (!missing.isEmpty() && !sent.incomplete())) {
            return new Outcome.NotComplete(kept, evaluation, errors, missing);
        }
        file(patient, kept, evaluation);
        return new Outcome.Completed(kept, evaluation);
    }

    private void file(PatientId patient, Held held, Evaluation evaluation) {
        var id = held.id();
        var author = SignedIn.current();
        var by = author.memberId() == null ? author.accountId() : author.memberId();
        repository.complete(
                id,
                questionnaires
                        .engine()
                        .filed(
                                evaluation,
                                new Filing(
                                        QuestionnaireResponseStatus.COMPLETED,
                                        id.toString(),
                                        "Patient/" + patient,
                                        "Practitioner/" + by,
                                        clock.instant())));
        var rank = 0;
        for (var score : evaluation.scores())
            repository.addScore(id, patient, held.onDate(), rank++, score);
        var definition = questionnaires.engine().definition(held.canonical());
        for (var problem : evaluation.problems()) {
            repository.propose(id, patient, held.onDate(), definition.keyOf(problem), problem);
        }
        var done =
                evaluation.scores().stream()
                        .filter(score -> score.state() == Score.State.DONE)
                        .toList();
        timeline.add(
                patient,
                Timeline.Kind.EVALUATION,
                AssessmentText.completed(held.title(), done),
                held.origin().words(),
                "/dossiers/" + patient + "/evaluations/" + id,
                true);
        trail.wrote(Trail.Action.SIGN, patient, PART, id);
        events.publishEvent(
                new EvaluationCompleted(author.network(), id, patient, clock.instant()));
    }

    /// Abandons a draft; a completed evaluation stays. Throws `NotFound` when it is no draft.
    @Transactional
    public void cancel(PatientId patient, UUID id) {
        if (!repository.lock(patient, id).draft()) throw new NotFound("evaluation", id);
        repository.cancel(id, SignedIn.current().displayName());
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    private static @Nullable Conflict overtaken(Held held, Sent sent) {
        if (held.draft()
                && (held.version() == sent.version() || sent.tab().equals(held.savedFrom())))
            return null;
        return new Conflict(held.status(), held.author(), held.savedAt());
    }

    private Held keep(
            PatientId patient, Held held, Evaluation evaluation, Sent sent, FormErrors errors) {
        var definition = questionnaires.engine().definition(held.canonical());
        AssessmentContext context;
        if (AssessmentContext.askedBy(definition)) {
            context = AssessmentContext.of(evaluation.answers(), held.context());
            check(patient, context.onDate(), "q-cadre-date", errors);
        } else {
            var setting =
                    AssessmentText.SETTINGS.containsKey(sent.setting())
                            ? sent.setting()
                            : held.setting();
            if (!AssessmentText.SETTINGS.containsKey(sent.setting()))
                errors.add("setting", AssessmentText.SETTING_MISSING);
            context =
                    new AssessmentContext(
                            day(sent.onDate(), errors),
                            setting,
                            sent.participants().stream()
                                    .filter(AssessmentText.PARTICIPANTS::containsKey)
                                    .distinct()
                                    .toList());
            check(patient, context.onDate(), "onDate", errors);
        }
        // one line a tab, not one for every word typed
        if (!sent.tab().equals(held.savedFrom()))
            trail.wrote(Trail.Action.UPDATE, patient, PART, held.id());
        var onDate = errors.none() && context.onDate() != null ? context.onDate() : held.onDate();
        var version =
                repository.save(
                        held.id(),
                        context,
                        onDate,
                        evaluation.answers(),
                        sent.tab(),
                        SignedIn.current().displayName());
        return new Held(
                held.id(),
                held.patient(),
                held.canonical(),
                held.code(),
                held.title(),
                held.status(),
                onDate,
                context.setting(),
                context.participants(),
                evaluation.answers(),
                null,
                SignedIn.current().displayName(),
                clock.instant(),
                null,
                version,
                sent.tab(),
                held.origin(),
                held.notResumed());
    }

    private static @Nullable LocalDate day(String typed, FormErrors errors) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (java.time.DateTimeException _) {
            errors.add("onDate", AssessmentText.DATE_MISSING);
            return null;
        }
    }

    private void check(
            PatientId patient, @Nullable LocalDate day, String field, FormErrors errors) {
        if (day == null) return;
        var birth = patients.get(patient).birthDate();
        if (day.isAfter(LocalDate.now(clock))) errors.add(field, AssessmentText.DATE_FUTURE);
        else if (birth != null && day.isBefore(birth))
            errors.add(field, AssessmentText.DATE_BEFORE_BIRTH);
    }
}
