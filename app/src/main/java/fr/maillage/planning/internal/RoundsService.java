package fr.maillage.planning.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.agenda.Calendars;
import fr.maillage.agenda.Calendars.NewVisit;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.planning.internal.solver.Obstacle;
import fr.maillage.planning.internal.solver.Shift;
import fr.maillage.planning.internal.solver.Why;
import fr.maillage.platform.LongWorks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Proposals of rounds: asked for, corrected, accepted. Refuses by [FormRefused], and by
/// `OptimisticLockingFailureException` when a colleague changed the proposal since.
@Service
@Transactional
class RoundsService {

    /// Longest horizon, in days.
    static final int MOST_DAYS = 28;

    private final Proposals proposals;
    private final Problems problems;
    private final Needs needs;
    private final RoundsWork work;
    private final LongWorks works;
    private final Networks networks;
    private final Calendars calendars;
    private final Clock clock;

    RoundsService(
            Proposals proposals,
            Problems problems,
            Needs needs,
            RoundsWork work,
            LongWorks works,
            Networks networks,
            Calendars calendars,
            Clock clock) {
        this.proposals = proposals;
        this.problems = problems;
        this.needs = needs;
        this.work = work;
        this.works = works;
        this.networks = networks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// Asks for a proposal: first day, last day, whose rounds.
    UUID ask(Sent form) {
        var today = LocalDate.now(clock);
        var first = form.requiredDay("first", today);
        var last = form.requiredDay("last", first);
        var errors = form.errors();
        if (errors.none() && first.isBefore(today)) errors.add("first", PlanningText.PAST);
        if (errors.none() && (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))))
            errors.add("last", PlanningText.tooLong(MOST_DAYS));
        var team = networks.coordinators(first).stream().map(Networks.Member::id).toList();
        var members =
                form.all("member").stream()
                        .map(Ids::parse)
                        .flatMap(Optional::stream)
                        .filter(team::contains)
                        .distinct()
                        .toList();
        if (members.isEmpty()) errors.add("member", PlanningText.WHO);
        FormRefused.unless(errors);
        var who = SignedIn.current();
        var id = proposals.insert(first, last, members, who.displayName(), clock.instant());
        works.start(work, who.network(), id);
        return id;
    }

    /// Keeps the best found so far.
    void stop(UUID id) {
        if (proposals.hold(id).state().working()) proposals.askToStop(id);
    }

    /// Computes again around what is pinned, with what is due now.
    void again(UUID id, Sent form) {
        open(id, form);
        proposals.state(id, State.ATTENTE);
        works.start(work, SignedIn.current().network(), id);
    }

    void abandon(UUID id, Sent form) {
        open(id, form);
        proposals.ended(id, State.ABANDONNEE, SignedIn.current().displayName(), clock.instant());
    }

    private Proposal open(UUID id, Sent form) {
        var proposal = proposals.hold(id);
        if (proposal.version() != form.number("version") || !proposal.state().open())
            throw new OptimisticLockingFailureException("proposal");
        return proposal;
    }

    /// Puts a visit where somebody wants it and pins it there: at an hour, or at the first that is
    /// possible that day. What binds is not broken by hand either.
    void move(UUID id, UUID stop, Sent form) {
        var problem = problems.of(open(id, form));
        var row = row(problem, stop);
        var errors = form.errors();
        var day = form.requiredDay("day", problem.proposal().first());
        var member = form.id("to");
        if (member.isEmpty()) errors.add("to", PlanningText.WHO);
        var typed = form.text("time");
        var time = FrenchDates.readTime(typed);
        if (!typed.isEmpty() && time.isEmpty()) errors.add("time", PlanningText.NOT_A_TIME);
        FormRefused.unless(errors);
        var others =
                problem.stops().stream().filter(s -> s.placed() && !s.id().equals(stop)).toList();
        var where = problem.day(member.orElseThrow(), day, others);
        if (where.isEmpty()) throw refused(Obstacle.NOBODY_WORKS, "day");
        var start = start(problem, row, where.get(), time);
        proposals.move(stop, member.get(), start, true);
        measured(id, problem.proposal());
    }

    private static Instant start(
            Problem problem, StopRow row, Shift day, Optional<LocalTime> time) {
        var visit = problem.visit(row.id());
        if (visit.place() < 0) throw refused(Obstacle.NO_POINT, "day");
        if (time.isEmpty())
            return Why.firstStart(day, visit)
                    .map(Problem::instant)
                    .orElseThrow(() -> refused(Why.on(day, visit), "day"));
        var at = ZonedDateTime.of(day.day(), time.get(), FrenchDates.PARIS).toInstant();
        Why.at(day, visit, Problem.minute(at))
                .ifPresent(o -> {
                    throw refused(o, "time");
                });
        return at;
    }

    /// @param field beside which it is said, unless it is about who would go
    private static FormRefused refused(Obstacle obstacle, String field) {
        return new FormRefused(
                new FormErrors()
                        .add(
                                obstacle == Obstacle.OTHER_SECTOR ? "to" : field,
                                PlanningText.obstacle(obstacle)));
    }

    /// Pins a visit where it is, or lets it go.
    void pin(UUID id, UUID stop, boolean pinned, Sent form) {
        var proposal = open(id, form);
        var row =
                proposals.stops(id).stream()
                        .filter(s -> s.id().equals(stop) && s.appointment() == null && s.placed())
                        .findFirst()
                        .orElseThrow(() -> new NotFound("visite", stop));
        proposals.move(stop, row.member(), row.start(), pinned);
        proposals.touched(proposal.id());
    }

    private static StopRow row(Problem problem, UUID stop) {
        return problem.stops().stream()
                .filter(s -> s.id().equals(stop) && s.appointment() == null)
                .findFirst()
                .orElseThrow(() -> new NotFound("visite", stop));
    }

    /// Kilometres and lateness of a proposal somebody corrected; the ways told beside each visit
    /// too.
    private void measured(UUID id, Proposal before) {
        var problem = problems.of(before);
        var measure = Measure.of(problem);
        proposals.ways(measure.ways());
        proposals.figures(id, measure.metres(), measure.late());
        proposals.touched(id);
    }

    /// What an acceptance did.
    ///
    /// @param refused what changed meanwhile, by visit, and why it is not in the agenda
    /// @param open whether some of it still waits for somebody
    record Accepted(int made, Map<UUID, Obstacle> refused, boolean open) {}

    /// Puts every visit with a day into the agenda. Each is looked at again first, with what the
    /// agenda, the leaves, the stays and the plans say now: one that is no longer possible stays in
    /// the proposal, which then stays open, and says why. One that nothing calls for any more, or
    /// that another proposal answered a moment ago, waits for nobody.
    Accepted accept(UUID id, Sent form) {
        proposals.oneAtATime();
        var problem = problems.of(open(id, form));
        var wanted = needs.between(problem.proposal().first(), problem.proposal().last());
        var kept = new ArrayList<StopRow>();
        var refused = new LinkedHashMap<UUID, Obstacle>();
        for (var stop : problem.stops()) {
            if (!stop.placed() || stop.appointment() != null) continue;
            obstacle(problem, stop, kept, wanted)
                    .ifPresentOrElse(o -> refused.put(stop.id(), o), () -> kept.add(stop));
        }
        if (kept.isEmpty() && refused.isEmpty())
            throw new FormRefused(new FormErrors().add("accept", PlanningText.NOTHING));
        var made = calendars.visits(kept.stream().map(RoundsService::wanted).toList());
        kept.stream()
                .filter(s -> !made.contains(s.id()))
                .forEach(s -> refused.put(s.id(), Obstacle.NO_ACCESS));
        proposals.accepted(id, made);
        proposals.refused(id, refused);
        if (!refused.isEmpty()) measured(id, problem.proposal());
        var open = refused.values().stream().anyMatch(why -> why != Obstacle.NO_NEED);
        if (!open)
            proposals.ended(id, State.ACCEPTEE, SignedIn.current().displayName(), clock.instant());
        return new Accepted(made.size(), refused, open);
    }

    /// What stands against a visit beside those kept before it.
    private static Optional<Obstacle> obstacle(
            Problem problem, StopRow stop, List<StopRow> kept, List<Need> wanted) {
        if (wanted.stream().noneMatch(need -> need.answeredBy(stop)))
            return Optional.of(Obstacle.NO_NEED);
        var start = Objects.requireNonNull(stop.start());
        return problem.day(Objects.requireNonNull(stop.member()), Problem.day(start), kept)
                .map(day -> Why.at(day, problem.visit(stop.id()), Problem.minute(start)))
                .orElse(Optional.of(Obstacle.NOBODY_WORKS));
    }

    private static NewVisit wanted(StopRow stop) {
        var start = Objects.requireNonNull(stop.start());
        return new NewVisit(
                stop.id(),
                new PatientId(stop.patient()),
                Objects.requireNonNull(stop.member()),
                start,
                start.plusSeconds(60L * stop.minutes()),
                PlanningText.reasons(stop.reasons()),
                null);
    }
}
