package fr.maillage.planning.internal.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/// The solver (Timefold, community), and the two ways of doing without: in order of due date, as by
/// hand, and the nearest first.
public final class Rounds {

    private Rounds() {}

    /// When to stop.
    ///
    /// @param spent null for none
    /// @param moves tried; null for none: the same answer each time for the same problem
    public record Limit(@Nullable Duration spent, @Nullable Long moves) {
        public static Limit of(Duration spent) {
            return new Limit(spent, null);
        }

        public static Limit moves(long moves) {
            return new Limit(null, moves);
        }
    }

    /// A solver for one problem: `solve` it, `terminateEarly` from another thread.
    public static Solver<Plan> solver(Limit limit) {
        return factory(limit).buildSolver();
    }

    private static SolverFactory<Plan> factory(Limit limit) {
        var end = new TerminationConfig();
        if (limit.spent() != null)
            end.withSpentLimit(limit.spent()).withUnimprovedSpentLimit(limit.spent().dividedBy(2));
        if (limit.moves() != null) end.withMoveCountLimit(limit.moves());
        return SolverFactory.create(
                new SolverConfig()
                        .withSolutionClass(Plan.class)
                        .withEntityClasses(Round.class)
                        .withConstraintProviderClass(RoundConstraints.class)
                        .withRandomSeed(0L)
                        .withTerminationConfig(end));
    }

    /// The best plan found, never worse than by hand; nothing that binds is broken in it: a visit
    /// that breaks something is taken out, and put back wherever it fits.
    ///
    /// @param better told each better plan
    public static Plan solve(Plan problem, Solver<Plan> solver, Consumer<Plan> better) {
        if (problem.getRounds().isEmpty() || problem.getVisits().isEmpty()) return problem;
        var hand =
                ByHand.byDueDate(
                        problem.getRounds().stream().map(Round::shift).toList(),
                        problem.getVisits());
        solver.addEventListener(event -> {
            if (event.isNewBestSolutionInitialized()) better.accept(event.getNewBestSolution());
        });
        var found = repaired(solver.solve(problem));
        return score(found).compareTo(score(hand)) >= 0 ? found : hand;
    }

    private static HardMediumSoftScore score(Plan plan) {
        return Objects.requireNonNull(
                SolutionManager.<Plan, HardMediumSoftScore>create(factory(Limit.moves(1)))
                        .update(plan));
    }

    /// The plan without what breaks a rule; what is left out is tried everywhere once more.
    public static Plan repaired(Plan plan) {
        for (var round : plan.getRounds())
            while (Breaches.of(round.shift(), round.timetable()) > 0)
                round.getVisits().remove(worst(round));
        for (var visit : plan.unplaced()) ByHand.insert(plan, visit);
        return plan;
    }

    /// The visit without which the day is nearest to sound.
    private static int worst(Round round) {
        var best = round.getVisits().size() - 1;
        var least = Long.MAX_VALUE;
        for (int i = round.getVisits().size() - 1; i >= 0; i--) {
            var without = new java.util.ArrayList<>(round.getVisits());
            without.remove(i);
            var left = Breaches.of(round.shift(), Timetable.of(round.shift(), without));
            if (left < least) {
                least = left;
                best = i;
            }
        }
        return best;
    }
}
