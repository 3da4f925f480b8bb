package fr.maillage.careplan.internal;

import fr.maillage.access.Trail;
import fr.maillage.assessment.Assessments.Problem;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lines of a draft for whoever writes several at once. One lock, one look at what was seen,
/// one line of the trail.
@Service
class DraftLines implements PlanDrafts {

    private final PpsRepository plans;
    private final LineRepository lines;
    private final Origins origins;
    private final CaseFiles files;
    private final RetainedProblems problems;
    private final ChangeLog log;
    private final Trail trail;
    private final Clock clock;

    DraftLines(
            PpsRepository plans,
            LineRepository lines,
            Origins origins,
            CaseFiles files,
            RetainedProblems problems,
            ChangeLog log,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.origins = origins;
        this.files = files;
        this.problems = problems;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> inPreparation(PatientId patient) {
        return plans.inPreparation(patient).map(this::draft);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> latest(PatientId patient) {
        return plans.inPreparation(patient).or(() -> plans.inForce(patient)).map(this::draft);
    }

    @Override
    @Transactional(readOnly = true)
    public Draft version(PatientId patient, UUID id) {
        var pps = plans.get(id);
        if (!pps.patient().equals(patient)) throw new NotFound("pps", id);
        return draft(pps);
    }

    @Override
    public List<ActType> types() {
        return Arrays.stream(InterventionType.values())
                .map(t -> new ActType(t.name(), t.volet(), PpsText.of(t)))
                .toList();
    }

    private Draft draft(Pps pps) {
        var c = pps.content();
        var from = origins.of(pps.id());
        return new Draft(
                pps.id(),
                pps.patient(),
                pps.number(),
                pps.draft(),
                seen(c, from),
                c.pathologies().stream().map(Content.Pathology::label).toList(),
                c.goals().stream()
                        .map(g ->
                                new GoalLine(
                                        g.id(),
                                        g.title(),
                                        g.domain(),
                                        g.kind(),
                                        g.indicator(),
                                        g.target(),
                                        from.getOrDefault(g.id(), List.of()),
                                        g.problem()))
                        .toList(),
                c.interventions().stream()
                        .map(i -> act(i, from.getOrDefault(i.id(), List.of())))
                        .toList());
    }

    private static ActLine act(Content.Intervention i, List<Origin> from) {
        return new ActLine(
                i.id(),
                i.goalId(),
                i.type().name(),
                i.title(),
                i.actorId(),
                i.actorName(),
                i.actorProfession(),
                i.recurrence(),
                i.windowDays(),
                i.toleranceDays(),
                i.note(),
                from);
    }

    private static String seen(Content content, Map<UUID, List<Origin>> from) {
        return Tags.of(content, from.toString().hashCode());
    }

    @Override
    @Transactional
    public void write(
            UUID id, String seen, List<GoalLine> goals, List<ActLine> acts, Set<UUID> removed) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft())
            throw new FormRefused(
                    new FormErrors().add("plan", PpsText.of(new Obstacle.NotDraft(pps.status()))));
        var content = pps.content();
        if (!seen(content, origins.of(id)).equals(seen))
            throw new OptimisticLockingFailureException("pps " + id);
        for (var line : removed) {
            lines.removeIntervention(id, line);
            lines.removeGoal(id, line);
        }
        var rank = 1 + content.goals().size() + content.interventions().size();
        var retained = problems.of(pps.patient());
        for (var goal : goals) {
            lines.save(id, goal(content, goal, retained), rank++);
            goal.origins().forEach(origin -> origins.add(id, goal.id(), origin));
        }
        var circle = files.circle(pps.patient(), LocalDate.now(clock));
        for (var act : acts) {
            lines.save(id, pps.patient(), act(content, act, circle), rank++);
            act.origins().forEach(origin -> origins.add(id, act.id(), origin));
        }
        log.note(pps);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
    }

    /// What the plan says besides stays.
    private static Content.Goal goal(Content content, GoalLine line, List<Problem> retained) {
        var known = content.goal(line.id());
        return new Content.Goal(
                line.id(),
                known.isPresent() ? known.get().problem() : line.problem(),
                known.isPresent()
                        ? known.get().problemId()
                        : RetainedProblems.labelled(retained, line.problem()),
                line.domain(),
                line.kind(),
                line.title(),
                line.indicator(),
                line.target(),
                known.map(Content.Goal::dueOn).orElse(null),
                known.map(Content.Goal::result).orElse("EN_COURS"),
                known.map(Content.Goal::resultWhy).orElse(null),
                known.map(Content.Goal::reviewedOn).orElse(null));
    }

    private static Content.Intervention act(Content content, ActLine line, List<Actor> circle) {
        var known = content.intervention(line.id()).orElse(null);
        var actor = actor(line.actorId(), circle);
        return new Content.Intervention(
                line.id(),
                line.goal() == null && known != null ? known.goalId() : line.goal(),
                InterventionType.valueOf(line.type()),
                line.title(),
                known != null ? known.actorId() : actor == null ? null : actor.id(),
                known != null ? known.actorName() : actor == null ? line.actor() : actor.name(),
                known != null
                        ? known.actorProfession()
                        : actor == null ? line.profession() : actor.profession(),
                known != null ? known.actorGroup() : actor == null ? null : actor.group(),
                known != null && known.mainActor(),
                known == null ? null : known.place(),
                line.when(),
                line.windowDays(),
                line.toleranceDays(),
                line.note());
    }

    private static @Nullable Actor actor(@Nullable UUID id, List<Actor> circle) {
        for (var actor : circle) if (actor.id().equals(id)) return actor;
        return null;
    }
}
