package fr.maillage.planning.internal.solver;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;

import java.util.function.Function;

/// What binds (hard), that a visit be placed (medium), and what is better (soft: a point is a
/// hundred metres). The prices are ours: a day late costs as many kilometres as the visit weighs
/// (10 at least), another face 12 km, one more commune in a day 2 km.
public class RoundConstraints implements ConstraintProvider {

    private static final long ANOTHER_FACE = 120;
    private static final long ANOTHER_COMMUNE = 20;
    private static final long DAY_LATE = 10;

    /// A day of work with its times: computed once for all the rules of a move. Each is itself:
    /// comparing what it holds would cost more than computing it.
    private static final class Day {
        private final Shift shift;
        private final Timetable table;

        Day(Round round) {
            shift = round.shift();
            table = round.timetable();
        }

        Shift shift() {
            return shift;
        }

        Timetable table() {
            return table;
        }
    }

    private static final Function<Round, Day> DAY = Day::new;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            hard(factory, "hours", d -> d.table().overrun()),
            hard(factory, "latest", d -> Breaches.tooLate(d.table())),
            hard(factory, "home", d -> Breaches.notAtHome(d.shift(), d.table())),
            hard(factory, "sector", d -> Breaches.otherSector(d.shift(), d.table())),
            days(factory)
                    .reward(
                            HardMediumSoftScore.ONE_MEDIUM,
                            d ->
                                    d.table().stops().stream()
                                            .mapToLong(s -> s.visit().importance())
                                            .sum())
                    .asConstraint("placed"),
            soft(factory, "lateness", RoundConstraints::lateness),
            soft(factory, "metres", d -> d.table().metres() / 100),
            soft(factory, "face", RoundConstraints::faces),
            soft(factory, "communes", RoundConstraints::communes),
            days(factory)
                    .groupBy(
                            d -> d.shift().member(),
                            sum((Day d) -> d.table().load()),
                            sum((Day d) -> d.shift().free()))
                    .penalize(
                            HardMediumSoftScore.ONE_SOFT,
                            (_, load, free) -> {
                                var percent = load * 100 / Math.max(1, free);
                                return percent * percent / 20;
                            })
                    .asConstraint("balance")
        };
    }

    private static UniConstraintStream<Day> days(ConstraintFactory factory) {
        return factory.forEach(Round.class).map(DAY);
    }

    private static Constraint hard(
            ConstraintFactory factory,
            String name,
            java.util.function.ToLongFunction<Day> breaches) {
        return days(factory)
                .filter(d -> breaches.applyAsLong(d) > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, breaches)
                .asConstraint(name);
    }

    private static Constraint soft(
            ConstraintFactory factory, String name, java.util.function.ToLongFunction<Day> price) {
        return days(factory).penalize(HardMediumSoftScore.ONE_SOFT, price).asConstraint(name);
    }

    private static long lateness(Day d) {
        return d.table().stops().stream()
                .mapToLong(s -> s.visit().late(d.shift().day()) * s.visit().weight() * DAY_LATE)
                .sum();
    }

    private static long faces(Day d) {
        return ANOTHER_FACE
                * d.table().stops().stream()
                        .filter(s ->
                                !s.visit().usual().isEmpty()
                                        && !s.visit().usual().contains(d.shift().member()))
                        .count();
    }

    private static long communes(Day d) {
        var distinct = d.table().stops().stream().map(s -> s.visit().place()).distinct().count();
        return ANOTHER_COMMUNE * Math.max(0, distinct - 1);
    }
}
