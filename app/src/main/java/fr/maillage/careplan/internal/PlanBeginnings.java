package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.assessment.Assessments;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Begins a version: the first, filled with what the file knows, or the next, a copy of the plan in
/// force.
@Service
class PlanBeginnings {

    private final PpsRepository plans;
    private final LineRepository lines;
    private final CaseFiles files;
    private final Patients patients;
    private final Assessments assessments;
    private final CrisisPlans crises;
    private final Networks networks;
    private final Trail trail;
    private final Timeline timeline;
    private final Clock clock;

    PlanBeginnings(
            PpsRepository plans,
            LineRepository lines,
            CaseFiles files,
            Patients patients,
            Assessments assessments,
            CrisisPlans crises,
            Networks networks,
            Trail trail,
            Timeline timeline,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.files = files;
        this.patients = patients;
        this.assessments = assessments;
        this.crises = crises;
        this.networks = networks;
        this.trail = trail;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// What beginning a version gives.
    sealed interface Beginning {
        record Done(UUID pps) implements Beginning {}

        record Refused(List<Obstacle> obstacles) implements Beginning {}
    }

    /// What stops a first plan, or the next version, from being begun; empty when nothing does.
    @Transactional(readOnly = true)
    public List<Obstacle> obstaclesToBegin(PatientId patient, String reason) {
        var pending = plans.inPreparation(patient);
        if (pending.isPresent()) return List.of(new Obstacle.InPreparation(pending.get().number()));
        var support = files.current(patient);
        if (support.isEmpty()) return List.of(new Obstacle.NoSupport());
        // Levels 0 and 1 have no PPS: a person at risk is watched and oriented, not planned for.
        if (support.get().level() < 2)
            return List.of(new Obstacle.NoPlanAtThisLevel(support.get().level()));
        if (plans.inForce(patient).isPresent() && reason.isBlank())
            return List.of(new Obstacle.NoChangeReason());
        return List.of();
    }

    /// Begins the first plan, prefilled from what is known, or the next version, a copy of the plan
    /// in force.
    @Transactional
    public Beginning begin(PatientId patient, String reason) {
        var file = files.openToWrite(patient, CaseFiles.Part.PPS);
        var obstacles = obstaclesToBegin(file.patient(), reason);
        if (!obstacles.isEmpty()) return new Beginning.Refused(obstacles);
        var former = plans.inForce(patient);
        return new Beginning.Done(
                former.isPresent() ? next(former.get(), reason.strip()) : first(patient));
    }

    private UUID first(PatientId patient) {
        var support = files.current(patient).orElseThrow();
        var id = Ids.next();
        plans.insert(
                id, patient, support.id(), plans.nextNumber(patient), null, clock.instant(), who());
        var person = patients.get(patient);
        var problems = assessments.problems(patient);
        var texts = new EnumMap<Topic, String>(Topic.class);
        var found = new StringBuilder();
        for (var problem : problems) {
            found.append(problem.label())
                    .append(" (")
                    .append(PpsText.severity(problem.severity()))
                    .append(')');
            if (problem.because() != null) found.append(PpsText.COLON).append(problem.because());
            found.append('\n');
        }
        put(texts, Topic.MT_PROBLEMS, found.toString().strip());
        put(texts, Topic.DOCTOR_NAME, person.mtName());
        put(
                texts,
                Topic.DOCTOR_CONTACT,
                person.mtPhone() == null ? null : PhoneNumber.written(person.mtPhone()));
        put(
                texts,
                Topic.CRISIS,
                crises.current(patient)
                        .flatMap(plan -> Optional.ofNullable(plan.words()))
                        .orElse(null));
        var useful = new StringBuilder();
        for (var actor : files.circle(patient, today())) {
            if (actor.role().equals("COORDONNATEUR_DE_CAS"))
                put(texts, Topic.CASE_COORDINATOR, actor.name());
            if (actor.kind().equals("PROCHE") && actor.phone() != null) {
                useful.append(actor.name())
                        .append(PpsText.COLON)
                        .append(PhoneNumber.written(actor.phone()))
                        .append('\n');
            }
        }
        put(texts, Topic.USEFUL_CONTACTS, useful.toString().strip());
        var coordinator = support.coordinatorId();
        plans.saveTexts(
                id,
                new Content(
                        texts,
                        null,
                        coordinator,
                        coordinator == null ? null : networks.member(coordinator).name(),
                        List.of(),
                        List.of(),
                        List.of()));
        var rank = 0;
        for (var problem : problems) {
            if (problem.domain().equals("MEDICAL")) {
                lines.save(
                        id,
                        new Pathology(
                                Ids.next(), problem.label(), problem.severity(), false, rank == 0),
                        rank++);
            }
        }
        begun(patient, id, "PPS v" + plans.get(id).number() + " commencé", null);
        return id;
    }

    /// The next version of a plan in force: a copy of it, with why.
    UUID next(Pps former, String reason) {
        var id = Ids.next();
        var support =
                files.current(former.patient()).map(CaseFiles.Support::id).orElse(former.support());
        plans.insert(
                id,
                former.patient(),
                support,
                plans.nextNumber(former.patient()),
                former.id(),
                clock.instant(),
                who());
        var c = former.content();
        var texts = new EnumMap<Topic, String>(Topic.class);
        texts.putAll(c.texts());
        texts.put(Topic.CHANGE_REASON, reason);
        // The reassessment date is set anew with each version.
        plans.saveTexts(
                id,
                new Content(
                        texts,
                        null,
                        c.referentId(),
                        c.referentName(),
                        List.of(),
                        List.of(),
                        List.of()));
        lines.copy(former.id(), id);
        begun(former.patient(), id, "PPS v" + plans.get(id).number() + " commencé", reason);
        return id;
    }

    private void begun(PatientId patient, UUID id, String title, @Nullable String detail) {
        trail.wrote(Trail.Action.CREATE, patient, "PPS", id);
        timeline.add(patient, Timeline.Kind.PPS, title, detail, path(patient, id), true);
    }

    private static void put(EnumMap<Topic, String> texts, Topic topic, @Nullable String text) {
        if (text != null && !text.isBlank()) texts.put(topic, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
    }

    private static String path(PatientId patient, UUID id) {
        return PpsScreens.base(patient) + "/" + id;
    }
}
