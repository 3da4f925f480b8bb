package fr.maillage.planning.internal.solver;

/// How far a day is from what binds; 0 when nothing is broken.
final class Breaches {

    /// A day nobody may be visited, a sector of somebody else: as bad as a day too late.
    private static final long WHOLE = 1_440;

    private Breaches() {}

    static long of(Shift day, Timetable table) {
        return table.overrun() + tooLate(table) + notAtHome(day, table) + otherSector(day, table);
    }

    /// Minutes after the last moment allowed.
    static long tooLate(Timetable table) {
        return table.stops().stream()
                .filter(s -> s.start() > s.visit().latest())
                .mapToLong(s -> s.start() - s.visit().latest())
                .sum();
    }

    static long notAtHome(Shift day, Timetable table) {
        return WHOLE
                * table.stops().stream()
                        .filter(s -> s.visit().closed().contains(day.day()))
                        .count();
    }

    static long otherSector(Shift day, Timetable table) {
        return WHOLE
                * table.stops().stream().filter(s -> !s.visit().sectorOf(day.member())).count();
    }
}
