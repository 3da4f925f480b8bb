package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;

import fr.maillage.planning.internal.solver.Block;
import fr.maillage.planning.internal.solver.ByHand;
import fr.maillage.planning.internal.solver.Place;
import fr.maillage.planning.internal.solver.Plan;
import fr.maillage.planning.internal.solver.Roads;
import fr.maillage.planning.internal.solver.Rounds;
import fr.maillage.planning.internal.solver.Shift;
import fr.maillage.kernel.SpeedModel;
import fr.maillage.planning.internal.solver.Visit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Rounds of two weeks in the communes of the Douaisis and the Valenciennois, beside what one does
/// by hand (in order of due date) and a floor (the nearest first), by the same rules: kilometres,
/// days late, visits placed; and when the solver had first placed as many as it ever would, and
/// last found better.
public final class RoundsBenchmark {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("seconds", 10));

    private RoundsBenchmark() {}

    private record Size(int members, int visits) {}

    /// No argument.
    public static void main(String[] args) throws Exception {
        var places = places();
        OUT.println(
                "| coordonnateurs × visites | façon | placées | km | jours de retard | dont pondérés | temps |");
        OUT.println("|---|---|---|---|---|---|---|");
        for (var size : List.of(new Size(4, 80), new Size(4, 80), new Size(8, 160)))
            run(places, size);
    }

    private static void run(List<Place> places, Size size) {
        var roads = new Roads(places, SpeedModel.BY_DEFAULT);
        var shifts = shifts(roads, size.members());
        var visits = visits(places, size, roads);
        var name = size.members() + " × " + size.visits();
        var before = System.nanoTime();
        var nearest = ByHand.nearestFirst(shifts, visits);
        line(name, "le plus proche d’abord", nearest, millis(before) + " ms");
        before = System.nanoTime();
        line(name, "à la main", ByHand.byDueDate(shifts, visits), millis(before) + " ms");
        var start = System.nanoTime();
        var first = new AtomicLong(-1);
        var last = new AtomicLong();
        var most = new AtomicLong();
        var solved =
                Rounds.solve(
                        new Plan(shifts, visits),
                        Rounds.solver(Rounds.Limit.of(LIMIT)),
                        plan -> {
                            var placed = plan.getVisits().size() - plan.unplaced().size();
                            if (plan.sound() && placed > most.get()) {
                                most.set(placed);
                                first.set(millis(start));
                            }
                            last.set(millis(start));
                        });
        line(
                name,
                "solveur",
                solved,
                "toutes placées à "
                        + first
                        + " ms, dernier mieux à "
                        + last
                        + " ms, arrêt à "
                        + millis(start)
                        + " ms");
    }

    private static void line(String size, String way, Plan plan, String time) {
        if (!plan.sound()) throw new IllegalStateException(way + " breaks what binds");
        OUT.printf(
                Locale.FRENCH,
                "| %s | %s | %d | %.0f | %d | %d | %s |%n",
                size,
                way,
                plan.getVisits().size() - plan.unplaced().size(),
                plan.metres() / 1000.0,
                plan.lateDays(),
                plan.weightedLateness(),
                time);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static long minute(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(PARIS).toEpochSecond() / 60;
    }

    private static List<Shift> shifts(Roads roads, int members) {
        var random = new Random(1);
        var shifts = new ArrayList<Shift>();
        for (int d = 0; d < 12; d++) {
            var day = MONDAY.plusDays(d);
            if (day.getDayOfWeek().getValue() > 5) continue;
            for (int m = 0; m < members; m++) {
                if (random.nextInt(15) == 0) continue; // away
                var at = minute(day, 9 + random.nextInt(7), 0);
                shifts.add(
                        new Shift(
                                new UUID(1, m),
                                day,
                                0,
                                List.of(
                                        new Block(0, minute(day, 9, 0), minute(day, 12, 30)),
                                        new Block(0, minute(day, 13, 30), minute(day, 17, 30))),
                                random.nextInt(3) == 0
                                        ? List.of(new Block(0, at, at + 60))
                                        : List.of(),
                                roads));
            }
        }
        return shifts;
    }

    private static List<Visit> visits(List<Place> places, Size size, Roads roads) {
        var random = new Random(2);
        var visits = new ArrayList<Visit>();
        for (int n = 0; n < size.visits(); n++) {
            var law = random.nextInt(12) == 0;
            var first = MONDAY.plusDays(law ? random.nextInt(8) : 0);
            var level = random.nextInt(4);
            visits.add(
                    new Visit(
                            new UUID(2, n),
                            new UUID(3, n),
                            roads.rank(places.get(1 + random.nextInt(places.size() - 1)).code()),
                            random.nextInt(4) == 0 ? 90 : 60,
                            minute(first, 0, 0),
                            law ? minute(first.plusDays(2), 12, 0) : Long.MAX_VALUE,
                            law ? first.plusDays(2) : MONDAY.plusDays(random.nextInt(14) - 3),
                            10 + 10 * level,
                            law ? 100_000 : 10 + 10 * level,
                            Set.of(new UUID(1, n % size.members())),
                            null,
                            Set.of(),
                            List.of()));
        }
        return visits;
    }

    private static List<Place> places() throws Exception {
        var places = new ArrayList<Place>();
        var file =
                Objects.requireNonNull(
                        RoundsBenchmark.class.getResourceAsStream("/territory/communes.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = line.split(",", -1);
                if (!Set.of("AD-DO", "HC-VA").contains(cells[8])) continue;
                var town = Integer.parseInt(cells[3]) >= 10_000;
                var latitude = Double.parseDouble(cells[6]);
                var longitude = Double.parseDouble(cells[7]);
                if (cells[0].equals("59178"))
                    places.addFirst(Place.office(cells[0], latitude, longitude, town));
                places.add(new Place(cells[0], latitude, longitude, town));
            }
        }
        return places;
    }
}
