package fr.maillage.planning.internal.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// What one does without a solver, by the same rules.
public final class ByHand {

    private ByHand() {}

    /// Visits in order of their due date, those a delay binds first; each goes on the first day
    /// somebody can, the référent before the others, at the end of what is there: what a
    /// coordinator does with a paper diary. This is what a proposal is compared with.
    public static Plan byDueDate(List<Shift> shifts, List<Visit> visits) {
        var plan = new Plan(shifts, visits);
        visits.stream()
                .sorted(
                        Comparator.comparingLong(Visit::latest)
                                .thenComparing(Visit::due)
                                .thenComparing(v -> v.id().toString()))
                .forEach(v ->
                        plan.getRounds().stream()
                                .sorted(
                                        Comparator.comparing((Round r) -> r.shift().day())
                                                .thenComparing(r ->
                                                        !v.usual().contains(r.shift().member()))
                                                .thenComparing(r -> r.shift().member().toString()))
                                .filter(r -> fits(r.shift(), appended(r, v, r.getVisits().size())))
                                .findFirst()
                                .ifPresent(r -> r.getVisits().add(v)));
        return plan;
    }

    /// From the office to the nearest visit that can be made, day after day: the floor of the
    /// benchmark.
    public static Plan nearestFirst(List<Shift> shifts, List<Visit> visits) {
        var plan = new Plan(shifts, visits);
        var left = new ArrayList<>(visits);
        var rounds =
                plan.getRounds().stream()
                        .sorted(
                                Comparator.comparing((Round r) -> r.shift().day())
                                        .thenComparing(r -> r.shift().member().toString()))
                        .toList();
        for (var round : rounds) {
            Optional<Visit> nearest;
            do {
                nearest =
                        left.stream()
                                .filter(v ->
                                        fits(
                                                round.shift(),
                                                appended(round, v, round.getVisits().size())))
                                .min(
                                        Comparator.comparingInt((Visit v) ->
                                                        round.shift()
                                                                .roads()
                                                                .metres(at(round), v.place()))
                                                .thenComparing(v -> v.id().toString()));
                nearest.ifPresent(v -> {
                    round.getVisits().add(v);
                    left.remove(v);
                });
            } while (nearest.isPresent());
        }
        return plan;
    }

    private static int at(Round round) {
        return round.getVisits().isEmpty()
                ? round.shift().base()
                : round.getVisits().getLast().place();
    }

    /// Puts a visit where it costs the fewest metres; false when it fits nowhere.
    static boolean insert(Plan plan, Visit visit) {
        var before = new HashMap<Round, Long>();
        plan.getRounds().forEach(r -> before.put(r, r.timetable().metres()));
        Round where = null;
        var rank = 0;
        var least = Long.MAX_VALUE;
        for (var round : plan.getRounds())
            for (int i = 0; i <= round.getVisits().size(); i++) {
                var tried = appended(round, visit, i);
                if (!fits(round.shift(), tried)) continue;
                var more =
                        Timetable.of(round.shift(), tried).metres()
                                - java.util.Objects.requireNonNull(before.get(round));
                if (more < least) {
                    least = more;
                    where = round;
                    rank = i;
                }
            }
        if (where == null) return false;
        where.getVisits().add(rank, visit);
        return true;
    }

    private static List<Visit> appended(Round round, Visit visit, int rank) {
        var all = new ArrayList<>(round.getVisits());
        all.add(rank, visit);
        return all;
    }

    static boolean fits(Shift day, List<Visit> visits) {
        return Breaches.of(day, Timetable.of(day, visits)) == 0;
    }
}
