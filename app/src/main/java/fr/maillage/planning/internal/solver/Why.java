package fr.maillage.planning.internal.solver;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands against a visit, found by trying: each rule is let go in turn, and the first without
/// which the visit would fit is the reason.
public final class Why {

    private Why() {}

    /// What stands against a visit at that very minute of a day, whose blocks are everything else.
    public static Optional<Obstacle> at(Shift day, Visit visit, long start) {
        var end = start + visit.minutes();
        if (!visit.sectorOf(day.member())) return Optional.of(Obstacle.OTHER_SECTOR);
        if (visit.closed().contains(day.day())) return Optional.of(Obstacle.NOT_AT_HOME);
        if (start < visit.earliest()) return Optional.of(Obstacle.TOO_EARLY);
        if (start > visit.latest()) return Optional.of(Obstacle.TOO_LATE);
        if (visit.taken().stream().anyMatch(b -> b.meets(start, end)))
            return Optional.of(Obstacle.PERSON_TAKEN);
        var roads = day.roads();
        if (day.hours().stream().noneMatch(h -> h.start() <= start && end <= h.end())
                || start < day.opens() + roads.minutes(day.base(), visit.place())
                        && day.blocks().stream().noneMatch(b -> b.end() <= start)
                || end + roads.minutes(visit.place(), day.base()) > day.closes()
                        && day.blocks().stream().noneMatch(b -> b.start() >= end))
            return Optional.of(Obstacle.HOURS);
        for (var block : day.blocks()) {
            var before = block.end() + roads.minutes(block.place(), visit.place()) <= start;
            var after = end + roads.minutes(visit.place(), block.place()) <= block.start();
            if (!before && !after) return Optional.of(Obstacle.TAKEN);
        }
        return Optional.empty();
    }

    /// The first minute of a day at which a visit fits among everything else of that day.
    public static Optional<Long> firstStart(Shift day, Visit visit) {
        return ByHand.fits(day, List.of(visit))
                ? Optional.of(Timetable.of(day, List.of(visit)).stops().getFirst().start())
                : Optional.empty();
    }

    /// Why a visit may not be put on that day at any hour; its blocks are everything else.
    public static Obstacle on(Shift day, Visit v) {
        if (v.place() < 0) return Obstacle.NO_POINT;
        if (!v.sectorOf(day.member())) return Obstacle.OTHER_SECTOR;
        if (v.closed().contains(day.day())) return Obstacle.NOT_AT_HOME;
        if (day.closes() <= v.earliest()) return Obstacle.TOO_EARLY;
        if (day.opens() > v.latest()) return Obstacle.TOO_LATE;
        return unplaced(List.of(day), v);
    }

    /// Why no day of a plan holds a visit.
    public static Obstacle unplaced(List<Shift> days, Visit v) {
        if (v.place() < 0) return Obstacle.NO_POINT;
        if (days.isEmpty()) return Obstacle.NOBODY_WORKS;
        if (v.allowed() != null && v.allowed().isEmpty()) return Obstacle.NO_SECTOR;
        if (fits(days, v)) return Obstacle.NO_ROOM;
        if (days.stream().noneMatch(d -> d.closes() > v.earliest() && d.opens() <= v.latest()))
            return Obstacle.NOBODY_WORKS;
        if (v.allowed() != null && fits(days, v.with(null, v.closed(), v.taken(), v.latest())))
            return Obstacle.SECTOR;
        if (fits(days, v.with(v.allowed(), Set.of(), v.taken(), v.latest())))
            return Obstacle.NOT_AT_HOME;
        if (fits(days, v.with(v.allowed(), v.closed(), List.of(), v.latest())))
            return Obstacle.PERSON_TAKEN;
        if (fits(days.stream().map(Shift::bare).toList(), v)) return Obstacle.TAKEN;
        if (fits(days, v.with(v.allowed(), v.closed(), v.taken(), Long.MAX_VALUE)))
            return Obstacle.TOO_LATE;
        var free = v.with(null, Set.of(), List.of(), Long.MAX_VALUE);
        return fits(days.stream().map(Shift::bare).toList(), free)
                ? Obstacle.SEVERAL
                : Obstacle.HOURS;
    }

    private static boolean fits(List<Shift> days, Visit v) {
        return days.stream().anyMatch(d -> ByHand.fits(d, List.of(v)));
    }
}
