package fr.maillage.planning.internal;

import ai.timefold.solver.core.api.solver.Solver;

import fr.maillage.kernel.NetworkId;
import fr.maillage.planning.internal.Proposal.Figures;
import fr.maillage.planning.internal.Proposals.Put;
import fr.maillage.planning.internal.solver.ByHand;
import fr.maillage.planning.internal.solver.Obstacle;
import fr.maillage.planning.internal.solver.Plan;
import fr.maillage.planning.internal.solver.Rounds;
import fr.maillage.planning.internal.solver.Rounds.Limit;
import fr.maillage.planning.internal.solver.Shift;
import fr.maillage.planning.internal.solver.Visit;
import fr.maillage.planning.internal.solver.Why;
import fr.maillage.platform.LongWork;
import fr.maillage.platform.Tenancy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Computes a proposal in the background. The best one so far is kept every second, so that it is
/// shown, and so that a restart or a request to stop loses nothing.
@Component
class RoundsWork implements LongWork {

    private static final Logger log = LoggerFactory.getLogger(RoundsWork.class);
    private static final long KEEP_NANOS = 1_000_000_000L;

    private final Proposals proposals;
    private final Problems problems;
    private final Needs needs;
    private final Clock clock;
    private final Limit limit;
    private final TransactionTemplate transaction;

    RoundsWork(
            Proposals proposals,
            Problems problems,
            Needs needs,
            Clock clock,
            @Value("${maillage.rounds.seconds:10}") int seconds,
            @Value("${maillage.rounds.moves:0}") long moves,
            PlatformTransactionManager transactions) {
        this.proposals = proposals;
        this.problems = problems;
        this.needs = needs;
        this.clock = clock;
        this.limit = moves > 0 ? Limit.moves(moves) : Limit.of(Duration.ofSeconds(seconds));
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "tournees";
    }

    @Override
    public void run(NetworkId network, UUID work) {
        Tenancy.of(network)
                .run(() -> {
                    try {
                        compute(network, work);
                    } catch (RuntimeException e) {
                        log.error("rounds {} stopped", work, e);
                        transaction.executeWithoutResult(_ -> proposals.state(work, State.ECHEC));
                    }
                });
    }

    private void compute(NetworkId network, UUID id) {
        if (!begun(id)) return;
        var problem = in(() -> problems.of(proposals.get(id)));
        var days = problem.pinnedDays();
        var visits = problem.free();
        var hand = ByHand.byDueDate(days, visits);
        transaction.executeWithoutResult(_ -> proposals.byHand(id, figures(hand, problem)));
        var solver = Rounds.solver(limit);
        var done = new CountDownLatch(1);
        // ended by the latch and never interrupted: that would break the connection it reads with
        Thread.ofVirtual()
                .name("rounds-stop")
                .start(() -> stopWhenAsked(network, id, solver, done));
        try {
            var keeper = new Keeper(id, problem);
            var plan = Rounds.solve(new Plan(days, visits), solver, keeper::better);
            transaction.executeWithoutResult(_ -> {
                keep(id, problem, plan, true);
                proposals.state(id, State.PRETE);
            });
        } finally {
            done.countDown();
        }
    }

    /// Empty of needs at first; one that was interrupted goes on with the visits it had.
    private boolean begun(UUID id) {
        return in(() -> {
            var proposal = proposals.hold(id);
            if (!proposal.state().working()) return false;
            if (proposal.startedAt() == null)
                proposals.renew(id, needs.between(proposal.first(), proposal.last()));
            proposals.started(id, clock.instant());
            return true;
        });
    }

    private void stopWhenAsked(
            NetworkId network, UUID id, Solver<Plan> solver, CountDownLatch done) {
        Tenancy.of(network)
                .run(() -> {
                    try {
                        do if (in(() -> proposals.stopAsked(id))) solver.terminateEarly();
                        while (!done.await(500, TimeUnit.MILLISECONDS));
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /// Keeps a better plan, at most one a second.
    private final class Keeper {
        private final UUID id;
        private final Problem problem;
        private long last = System.nanoTime();

        Keeper(UUID id, Problem problem) {
            this.id = id;
            this.problem = problem;
        }

        void better(Plan plan) {
            if (System.nanoTime() - last < KEEP_NANOS || !plan.sound()) return;
            last = System.nanoTime();
            transaction.executeWithoutResult(_ -> keep(id, problem, plan, false));
        }
    }

    private void keep(UUID id, Problem problem, Plan plan, boolean whole) {
        var puts = new ArrayList<Put>();
        for (var round : plan.getRounds())
            for (var stop : round.timetable().stops())
                puts.add(
                        new Put(
                                stop.visit().id(),
                                round.shift().member(),
                                Problem.instant(stop.start()),
                                stop.before(),
                                stop.minutesBefore(),
                                null));
        var days = problem.pinnedDays();
        for (var visit : plan.unplaced()) puts.add(left(visit, whole ? days : null));
        for (var stop : problem.stops())
            if (stop.appointment() == null
                    && !stop.pinned()
                    && problem.visit(stop.id()).place() < 0)
                puts.add(new Put(stop.id(), null, null, 0, 0, Obstacle.NO_POINT));
        proposals.put(id, puts);
        var figures = figures(plan, problem);
        proposals.figures(id, figures.metres(), figures.late());
    }

    private static Put left(Visit visit, @org.jspecify.annotations.Nullable List<Shift> days) {
        return new Put(
                visit.id(), null, null, 0, 0, days == null ? null : Why.unplaced(days, visit));
    }

    /// Pinned visits are in every way of doing: their lateness counts in each.
    static Figures figures(Plan plan, Problem problem) {
        var pinned =
                problem.stops().stream()
                        .filter(s -> s.pinned() && s.appointment() == null)
                        .toList();
        var late =
                pinned.stream()
                        .mapToLong(s ->
                                problem.visit(s.id())
                                        .late(Problem.day(Objects.requireNonNull(s.start()))))
                        .sum();
        return new Figures(
                (int) plan.metres(),
                (int) (plan.lateDays() + late),
                plan.getVisits().size() - plan.unplaced().size() + pinned.size());
    }
}
