package fr.maillage.planning.internal.solver;

import java.util.ArrayList;
import java.util.List;

/// A day with its visits in order, each as early as it can be: between what stays, inside the
/// hours, with the ways to and fro. A visit that does not fit is put at the end, and what it takes
/// too much is counted.
///
/// @param overrun minutes that are outside what is possible; 0 when every visit fits
/// @param metres of the whole day, what stays included
/// @param load minutes of visits and ways the proposal adds
public record Timetable(List<Stop> stops, long overrun, long metres, long load) {

    /// Starts are told to five minutes.
    private static final int STEP = 5;

    /// @param before metres from where one was
    public record Stop(Visit visit, long start, int before, int minutesBefore) {
        public long end() {
            return start + visit.minutes();
        }
    }

    /// The day as these visits make it.
    public static Timetable of(Shift day, List<Visit> visits) {
        var walk = new Walk(day);
        visits.forEach(walk::visit);
        return walk.end();
    }

    private static final class Walk {
        private final Shift day;
        private final List<Stop> stops = new ArrayList<>();
        private int here;
        private long now;
        private int next;
        private long metres;
        private long overrun;
        private long load;

        Walk(Shift day) {
            this.day = day;
            here = day.base();
            now = day.opens();
        }

        void visit(Visit v) {
            while (true) {
                var way = day.roads().minutes(here, v.place());
                var start = earliest(now + way, v);
                var limit = limit(v);
                if (start >= 0 && start + v.minutes() <= limit) {
                    stop(v, start, way);
                    return;
                }
                if (next == day.blocks().size()) {
                    var forced = Math.max(now + way, Math.max(v.earliest(), day.opens()));
                    overrun += Math.max(1, forced + v.minutes() - limit);
                    stop(v, forced, way);
                    return;
                }
                pass();
            }
        }

        private void stop(Visit v, long start, int way) {
            var before = day.roads().metres(here, v.place());
            stops.add(new Stop(v, start, before, way));
            metres += before;
            load += way + v.minutes();
            here = v.place();
            now = start + v.minutes();
        }

        private void pass() {
            var block = day.blocks().get(next++);
            metres += day.roads().metres(here, block.place());
            here = block.place();
            now = Math.max(now, block.end());
        }

        private long limit(Visit v) {
            if (next == day.blocks().size())
                return day.closes() - day.roads().minutes(v.place(), day.base());
            var block = day.blocks().get(next);
            return Math.min(
                    block.start() - day.roads().minutes(v.place(), block.place()), day.closes());
        }

        private long earliest(long from, Visit v) {
            var wanted = Math.max(from, v.earliest());
            for (var hours : day.hours()) {
                var start = step(Math.max(wanted, hours.start()));
                for (var busy : v.taken())
                    if (busy.meets(start, start + v.minutes())) start = step(busy.end());
                if (start + v.minutes() <= hours.end()) return start;
            }
            return -1;
        }

        private static long step(long minute) {
            return Math.ceilDiv(minute, STEP) * STEP;
        }

        Timetable end() {
            while (next < day.blocks().size()) pass();
            metres += day.roads().metres(here, day.base());
            return new Timetable(List.copyOf(stops), overrun, metres, load);
        }
    }
}
