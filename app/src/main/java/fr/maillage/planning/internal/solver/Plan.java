package fr.maillage.planning.internal.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Visits to place and days to place them in; solved, the days hold them.
@PlanningSolution
public class Plan {

    private List<Round> rounds = new ArrayList<>();

    private List<Visit> visits = new ArrayList<>();

    private @Nullable HardMediumSoftScore score;

    /// For the solver.
    public Plan() {}

    public Plan(List<Shift> shifts, List<Visit> visits) {
        shifts.forEach(shift -> rounds.add(new Round(shift)));
        // the solver begins with them one after the other: the most pressing first
        visits.stream()
                .sorted(
                        Comparator.comparingInt(Visit::importance)
                                .reversed()
                                .thenComparing(Visit::due)
                                .thenComparing(v -> v.id().toString()))
                .forEach(this.visits::add);
    }

    @PlanningEntityCollectionProperty
    public List<Round> getRounds() {
        return rounds;
    }

    public void setRounds(List<Round> rounds) {
        this.rounds = rounds;
    }

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    public List<Visit> getVisits() {
        return visits;
    }

    public void setVisits(List<Visit> visits) {
        this.visits = visits;
    }

    @PlanningScore
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }

    /// Those no day holds.
    public List<Visit> unplaced() {
        var placed = new HashSet<Visit>();
        rounds.forEach(r -> placed.addAll(r.getVisits()));
        return visits.stream().filter(v -> !placed.contains(v)).toList();
    }

    /// Metres of all the days, what stays included.
    public long metres() {
        return rounds.stream().mapToLong(r -> r.timetable().metres()).sum();
    }

    /// Days late of the visits placed.
    public long lateDays() {
        return late(v -> 1);
    }

    /// Days late, each by the weight of its visit.
    public long weightedLateness() {
        return late(Visit::weight);
    }

    private long late(java.util.function.ToLongFunction<Visit> weight) {
        return rounds.stream()
                .flatMapToLong(r ->
                        r.getVisits().stream()
                                .mapToLong(v -> weight.applyAsLong(v) * v.late(r.shift().day())))
                .sum();
    }

    /// Whether nothing that binds is broken.
    public boolean sound() {
        return rounds.stream().allMatch(r -> Breaches.of(r.shift(), r.timetable()) == 0);
    }
}
