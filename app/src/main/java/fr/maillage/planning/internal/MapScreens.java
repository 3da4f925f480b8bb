package fr.maillage.planning.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws rounds on the points of the communes.
@Component
class MapScreens {

    /// A town whose name is written though nobody goes there.
    private static final int KNOWN = 15_000;

    /// Names drawn at most, besides those visited: more would cover each other.
    private static final int NAMES = 10;

    private final People people;

    MapScreens(People people) {
        this.people = people;
    }

    /// @param placed visits with a day
    /// @param oneDay whether the numbers are the order of one day; else how many
    RoundMap of(
            List<StopRow> placed,
            boolean oneDay,
            Map<UUID, People.Who> who,
            Map<UUID, String> names,
            Map<UUID, String> tones) {
        var offices = people.offices(names.keySet());
        var points = new ArrayList<RoundMap.Point>();
        for (var office : offices.values()) if (office.point() != null) points.add(office.point());
        placed.forEach(s -> {
            var point = point(who, s);
            if (point != null) points.add(point);
        });
        var frame = new RoundMap.Frame(points);
        var around = people.around(frame.part());
        var members = new ArrayList<>(names.keySet());
        var routes = new ArrayList<RoundMap.Route>();
        var marks = new ArrayList<RoundMap.Mark>();
        var crowd = new HashMap<RoundMap.Point, Integer>(); // marks of one commune: side by side
        for (var member : members) {
            var own = placed.stream().filter(s -> member.equals(s.member())).toList();
            var rank = members.indexOf(member);
            var tone = Objects.requireNonNull(tones.get(member));
            own.stream()
                    .collect(
                            Collectors.groupingBy(
                                    s -> Problem.day(Objects.requireNonNull(s.start())),
                                    LinkedHashMap::new,
                                    Collectors.toList()))
                    .values()
                    .forEach(day ->
                            routes.add(
                                    new RoundMap.Route(
                                            tone,
                                            RoundMap.line(
                                                    frame,
                                                    way(office(offices.get(member)), day, who),
                                                    rank))));
            marks.addAll(
                    marks(
                            own,
                            oneDay,
                            who,
                            frame,
                            crowd,
                            rank,
                            tone,
                            Objects.requireNonNull(names.get(member))));
        }
        var named = named(around, placed, who, frame);
        return new RoundMap(
                frame.height(),
                around.stream()
                        .map(c ->
                                new RoundMap.Dot(
                                        RoundMap.number(frame.x(c.point())),
                                        RoundMap.number(frame.y(c.point()))))
                        .toList(),
                MapNames.placed(named, marks, frame.height(), MapNames.SCREEN),
                MapNames.placed(
                        named.stream().filter(MapNames.Name::visited).toList(),
                        marks,
                        frame.height(),
                        MapNames.TELEPHONE),
                routes,
                marks,
                PlanningText.map(
                        placed.size(),
                        (int) placed.stream().map(StopRow::member).distinct().count()));
    }

    private static RoundMap.@Nullable Point office(People.@Nullable Office office) {
        return office == null ? null : office.point();
    }

    private static RoundMap.@Nullable Point point(Map<UUID, People.Who> who, StopRow stop) {
        var person = who.get(stop.id());
        return person == null ? null : person.point();
    }

    private static List<RoundMap.Point> way(
            RoundMap.@Nullable Point office, List<StopRow> day, Map<UUID, People.Who> who) {
        var way = new ArrayList<RoundMap.Point>();
        if (office != null) way.add(office);
        for (var stop : day) {
            var point = point(who, stop);
            if (point != null) way.add(point);
        }
        if (office != null) way.add(office);
        return way;
    }

    private static List<RoundMap.Mark> marks(
            List<StopRow> own,
            boolean oneDay,
            Map<UUID, People.Who> who,
            RoundMap.Frame frame,
            Map<RoundMap.Point, Integer> crowd,
            int rank,
            String tone,
            String name) {
        var orders = new LinkedHashMap<RoundMap.Point, List<Integer>>();
        var communes = new HashMap<RoundMap.Point, String>();
        for (int i = 0; i < own.size(); i++) {
            var person = who.get(own.get(i).id());
            if (person == null || person.point() == null) continue;
            orders.computeIfAbsent(person.point(), _ -> new ArrayList<>()).add(i + 1);
            communes.put(person.point(), person.commune());
        }
        var marks = new ArrayList<RoundMap.Mark>();
        orders.forEach((point, order) -> {
            var x = frame.x(point) + 2.5 * rank + 20 * (crowd.merge(point, 1, Integer::sum) - 1);
            var y = frame.y(point) + 2.5 * rank;
            marks.add(
                    new RoundMap.Mark(
                            tone,
                            x,
                            y,
                            oneDay
                                    ? order.size() > 2
                                            ? order.getFirst() + "…" + order.getLast()
                                            : order.stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining("·"))
                                    : String.valueOf(order.size()),
                            name
                                    + ", "
                                    + communes.get(point)
                                    + ", "
                                    + PlanningText.visits(order.size())));
        });
        return marks;
    }

    /// Names to write, in this order: the communes visited, then the towns one knows.
    private static List<MapNames.Name> named(
            List<People.Commune> around,
            List<StopRow> placed,
            Map<UUID, People.Who> who,
            RoundMap.Frame frame) {
        var visited = new HashSet<String>();
        placed.forEach(s -> {
            var person = who.get(s.id());
            if (person != null) visited.add(person.commune());
        });
        return Stream.concat(
                        around.stream().filter(c -> visited.contains(c.name())),
                        around.stream()
                                .filter(c -> !visited.contains(c.name()) && c.population() >= KNOWN)
                                .limit(NAMES))
                .map(c ->
                        new MapNames.Name(
                                c.name(),
                                frame.x(c.point()),
                                frame.y(c.point()),
                                visited.contains(c.name())))
                .toList();
    }
}
