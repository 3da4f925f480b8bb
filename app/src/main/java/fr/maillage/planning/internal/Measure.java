package fr.maillage.planning.internal;

import fr.maillage.planning.internal.solver.Block;
import fr.maillage.planning.internal.solver.Shift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Ways and lateness of a proposal as it stands, whoever put each visit there.
///
/// @param ways of each visit, from where one was before it
record Measure(int metres, int late, List<Way> ways) {

    record Way(UUID stop, int metres, int minutes) {}

    private record Step(Block block, @org.jspecify.annotations.Nullable UUID stop) {}

    static Measure of(Problem problem) {
        var ways = new ArrayList<Way>();
        var metres = problem.days().stream().mapToInt(d -> day(problem, d, ways)).sum();
        var late =
                placed(problem)
                        .mapToLong(s ->
                                problem.visit(s.id())
                                        .late(Problem.day(Objects.requireNonNull(s.start()))))
                        .sum();
        return new Measure(metres, (int) late, ways);
    }

    private static Stream<StopRow> placed(Problem problem) {
        return problem.stops().stream().filter(s -> s.placed() && s.appointment() == null);
    }

    private static int day(Problem problem, Shift day, List<Way> ways) {
        var steps =
                Stream.concat(
                                day.blocks().stream().map(b -> new Step(b, null)),
                                placed(problem)
                                        .filter(s -> day.member().equals(s.member()))
                                        .filter(s ->
                                                Problem.day(Objects.requireNonNull(s.start()))
                                                        .equals(day.day()))
                                        .map(s -> step(problem, day, s)))
                        .sorted(Comparator.comparingLong(s -> s.block().start()))
                        .toList();
        var here = day.base();
        var metres = 0;
        for (var step : steps) {
            var place = step.block().place();
            var way = day.roads().metres(here, place);
            if (step.stop() != null)
                ways.add(new Way(step.stop(), way, day.roads().minutes(here, place)));
            metres += way;
            here = place;
        }
        return metres + day.roads().metres(here, day.base());
    }

    private static Step step(Problem problem, Shift day, StopRow stop) {
        var from = Problem.minute(Objects.requireNonNull(stop.start()));
        var place = problem.visit(stop.id()).place();
        return new Step(
                new Block(place < 0 ? day.base() : place, from, from + stop.minutes()), stop.id());
    }
}
