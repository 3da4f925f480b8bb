package fr.maillage.assessment.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody adds to the list of problems, or decides about one. The caller has opened the
/// file.
@Service
class ProblemService {

    private final AssessmentRepository repository;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    ProblemService(AssessmentRepository repository, Timeline timeline, Trail trail, Clock clock) {
        this.repository = repository;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Adds a problem seen otherwise than by a questionnaire. The caller has shown its errors.
    @Transactional
    public UUID add(PatientId patient, Problems.New problem) {
        if (!problem.errors().none()) throw new IllegalArgumentException("a problem with errors");
        var id = Ids.next();
        repository.addProblem(
                id, patient, problem, LocalDate.now(clock), SignedIn.current().displayName());
        trail.wrote(Trail.Action.CREATE, patient, AssessmentService.PART, id);
        timeline.add(
                patient,
                Timeline.Kind.EVALUATION,
                "Problème retenu",
                problem.label(),
                "/dossiers/" + patient + "/evaluations/problemes",
                true);
        return id;
    }

    /// Records a decision about a problem. Throws `NotFound`, and
    /// `OptimisticLockingFailureException` when somebody decided first.
    @Transactional
    public void decide(PatientId patient, UUID id, int version, Problems.Decision decision) {
        if (!decision.errors().none()) throw new IllegalArgumentException("a decision with errors");
        var problem = repository.lockProblem(patient, id);
        if (problem.version() != version)
            throw new OptimisticLockingFailureException("problem " + id);
        var severity = decision.severity().isEmpty() ? null : decision.severity();
        var words = decision.words().isBlank() ? null : decision.words().strip();
        repository.decide(
                id,
                decision.status(),
                severity,
                words,
                LocalDate.now(clock),
                SignedIn.current().displayName());
        trail.wrote(Trail.Action.UPDATE, patient, AssessmentService.PART, id);
        timeline.add(
                patient,
                Timeline.Kind.EVALUATION,
                switch (decision.status()) {
                    case "RETENU" -> "Problème retenu";
                    case "ECARTE" -> "Problème écarté";
                    default -> "Problème résolu";
                },
                words == null ? problem.label() : problem.label() + " – " + words,
                "/dossiers/" + patient + "/evaluations/problemes",
                true);
    }
}
