package fr.maillage.planning.internal.solver;

import fr.maillage.kernel.SpeedModel;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// The rounds without a database: what binds is looked at by a checker that shares no line with the
/// solver.
class RoundsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<Place> PLACES =
            List.of(
                    Place.office("59178", 50.37, 3.08, true),
                    new Place("59178", 50.37, 3.08, true),
                    new Place("59512", 50.41, 3.01, true),
                    new Place("59028", 50.41414, 3.06133, false),
                    new Place("59008", 50.3308, 3.25577, false),
                    new Place("59015", 50.28188, 3.11303, false),
                    new Place("59350", 50.63, 3.06, true));

    private static final SpeedModel MODEL = SpeedModel.BY_DEFAULT;
    private static final Roads ROADS = new Roads(PLACES, MODEL);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final UUID ALICE = new UUID(1, 1);
    private static final UUID BRUNO = new UUID(1, 2);

    private static long at(LocalDate day, int hour, int minute) {
        return ZonedDateTime.of(day, LocalTime.of(hour, minute), PARIS).toEpochSecond() / 60;
    }

    private static Shift day(UUID member, LocalDate day, Block... blocks) {
        return new Shift(
                member,
                day,
                0,
                List.of(
                        new Block(0, at(day, 9, 0), at(day, 12, 30)),
                        new Block(0, at(day, 13, 30), at(day, 17, 30))),
                List.of(blocks),
                ROADS);
    }

    private static Visit visit(int n, int place, int minutes) {
        return new Visit(
                new UUID(2, n),
                new UUID(3, n),
                place,
                minutes,
                at(MONDAY, 0, 0),
                Long.MAX_VALUE,
                MONDAY.plusDays(4),
                20,
                20,
                Set.of(),
                null,
                Set.of(),
                List.of());
    }

    private static Plan solve(Plan plan, long moves) {
        return Rounds.solve(plan, Rounds.solver(Rounds.Limit.moves(moves)), _ -> {});
    }

    @Test
    void a_way_is_the_straight_line_with_its_detour_at_the_speed_of_the_place() {
        // Douai – Aniche: 13.2 km as the crow flies
        assertThat(ROADS.metres(1, 4)).isBetween(16_700, 17_600);
        assertThat(ROADS.minutes(1, 4))
                .as("four kilometres of town, then the country")
                .isEqualTo(5 + (int) Math.ceil(4 * 2.4 + (ROADS.metres(1, 4) - 4000) * 0.0012));
        assertThat(ROADS.minutes(1, 1)).as("inside a town").isEqualTo(5 + 5);
        assertThat(ROADS.metres(3, 3)).as("two homes of one commune").isEqualTo(2_000);
        assertThat(ROADS.metres(0, 1)).as("from the office into its town").isEqualTo(2_000);
        assertThat(ROADS.metres(0, 0)).isZero();
        assertThat(ROADS.rank("62193")).isEqualTo(-1);
        assertThat(ROADS.rank(null)).isEqualTo(-1);
    }

    @Test
    void what_binds_holds_on_any_problem_and_the_proposal_is_no_worse_than_by_hand() {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var shifts = new ArrayList<Shift>();
            for (int d = 0; d < 5; d++)
                for (var member : List.of(ALICE, BRUNO, new UUID(1, 3))) {
                    if (random.nextInt(6) == 0) continue; // away
                    var day = MONDAY.plusDays(d);
                    var start = at(day, 9 + random.nextInt(6), 30 * random.nextInt(2));
                    shifts.add(
                            random.nextBoolean()
                                    ? day(member, day)
                                    : day(
                                            member,
                                            day,
                                            new Block(random.nextInt(7), start, start + 60)));
                }
            var visits = new ArrayList<Visit>();
            for (int n = 0; n < 35; n++) visits.add(random(n, random));

            var solved = solve(new Plan(shifts, visits), 5_000);
            check(shifts, visits, solved);
            var hand = ByHand.byDueDate(shifts, visits);
            check(shifts, visits, hand);
            check(shifts, visits, ByHand.nearestFirst(shifts, visits));
            assertThat(importance(solved)).isGreaterThanOrEqualTo(importance(hand));
            for (var left : solved.unplaced())
                assertThat(Why.unplaced(shifts, left)).as("a reason is found").isNotNull();
        }
    }

    private static long importance(Plan plan) {
        return plan.getRounds().stream()
                .flatMap(r -> r.getVisits().stream())
                .mapToLong(Visit::importance)
                .sum();
    }

    private static Visit random(int n, Random random) {
        var first = MONDAY.plusDays(random.nextInt(3));
        var binds = random.nextInt(5) == 0;
        var busy = at(MONDAY.plusDays(random.nextInt(5)), 10 + random.nextInt(5), 0);
        return new Visit(
                new UUID(2, n),
                new UUID(3, n),
                1 + random.nextInt(6),
                30 + 15 * random.nextInt(5),
                at(first, 0, 0),
                binds ? at(first.plusDays(1), 12, 0) : Long.MAX_VALUE,
                first.plusDays(random.nextInt(4)),
                10 + random.nextInt(40),
                binds ? 1_000 : 20,
                random.nextBoolean() ? Set.of(ALICE) : Set.of(),
                random.nextInt(3) == 0 ? Set.of(random.nextBoolean() ? ALICE : BRUNO) : null,
                random.nextInt(4) == 0 ? Set.of(MONDAY.plusDays(random.nextInt(5))) : Set.of(),
                random.nextInt(4) == 0 ? List.of(new Block(1, busy, busy + 90)) : List.of());
    }

    /// Looks at a plan with its own arithmetic: nothing of the solver but what it answers.
    private static void check(List<Shift> shifts, List<Visit> visits, Plan plan) {
        var seen = new HashMap<UUID, Integer>();
        for (var round : plan.getRounds()) {
            var day = round.shift();
            var stops = round.timetable().stops();
            assertThat(shifts).contains(day);
            record Busy(long from, long to, int place) {}
            var busy = new ArrayList<Busy>();
            day.blocks().forEach(b -> busy.add(new Busy(b.start(), b.end(), b.place())));
            var opens = day.hours().getFirst().start();
            var closes = day.hours().getLast().end();
            for (var stop : stops) {
                var v = stop.visit();
                var from = stop.start();
                var to = from + v.minutes();
                seen.merge(v.id(), 1, Integer::sum);
                assertThat(from)
                        .isGreaterThanOrEqualTo(v.earliest())
                        .isLessThanOrEqualTo(v.latest());
                assertThat(v.allowed() == null || v.allowed().contains(day.member())).isTrue();
                assertThat(v.closed()).doesNotContain(day.day());
                assertThat(v.taken()).noneMatch(b -> b.start() < to && b.end() > from);
                assertThat(day.hours()).anyMatch(h -> h.start() <= from && to <= h.end());
                assertThat(busy).noneMatch(other -> other.from() < to && other.to() > from);
                if (busy.stream().noneMatch(b -> b.to() <= from))
                    assertThat(opens + way(day.base(), v.place())).isLessThanOrEqualTo(from);
                busy.add(new Busy(from, to, v.place()));
            }
            busy.sort(java.util.Comparator.comparingLong(Busy::from));
            for (int i = 1; i < busy.size(); i++)
                assertThat(busy.get(i).from() - busy.get(i - 1).to())
                        .as("room for the way")
                        .isGreaterThanOrEqualTo(way(busy.get(i - 1).place(), busy.get(i).place()));
            for (var stop : stops)
                if (busy.stream().noneMatch(b -> b.from() >= stop.end()))
                    assertThat(stop.end() + way(stop.visit().place(), day.base()))
                            .isLessThanOrEqualTo(closes);
        }
        assertThat(seen.values()).allMatch(times -> times == 1);
        assertThat(seen.size() + plan.unplaced().size()).isEqualTo(visits.size());
    }

    /// Minutes between two places, by the law of cosines.
    private static int way(int from, int to) {
        var a = PLACES.get(from);
        var b = PLACES.get(to);
        if (from == 0 && to == 0) return 0;
        var angle =
                Math.acos(
                        Math.min(
                                1,
                                Math.sin(Math.toRadians(a.latitude()))
                                                * Math.sin(Math.toRadians(b.latitude()))
                                        + Math.cos(Math.toRadians(a.latitude()))
                                                * Math.cos(Math.toRadians(b.latitude()))
                                                * Math.cos(
                                                        Math.toRadians(
                                                                a.longitude() - b.longitude()))));
        var km = Math.max(2.0, 6_371 * angle * 1.3);
        var town = Math.min(km, (a.urban() ? 4 : 0) + (b.urban() ? 4 : 0));
        var minutes = town * 60 / 25 + (km - town) * 60 / 50;
        return 5 + (int) Math.floor(minutes - 0.01);
    }

    @Test
    void the_same_problem_has_the_same_answer() {
        var shifts =
                List.of(day(ALICE, MONDAY), day(BRUNO, MONDAY), day(ALICE, MONDAY.plusDays(1)));
        var visits = new ArrayList<Visit>();
        for (int n = 0; n < 12; n++) visits.add(visit(n, 1 + n % 6, 45));
        var once = solve(new Plan(shifts, visits), 4_000);
        var twice = solve(new Plan(shifts, visits), 4_000);
        assertThat(words(once)).isEqualTo(words(twice));
        assertThat(once.metres()).isLessThanOrEqualTo(ByHand.byDueDate(shifts, visits).metres());
    }

    private static List<List<Visit>> words(Plan plan) {
        return plan.getRounds().stream().map(r -> List.copyOf(r.getVisits())).toList();
    }

    @Test
    void what_finds_no_place_says_why() {
        var shifts = List.of(day(ALICE, MONDAY), day(BRUNO, MONDAY.plusDays(1)));
        var full = at(MONDAY, 9, 0);
        var v = visit(1, 3, 60);
        assertThat(Why.unplaced(shifts, visit(1, -1, 60))).isEqualTo(Obstacle.NO_POINT);
        assertThat(Why.unplaced(shifts, sector(v, Set.of()))).isEqualTo(Obstacle.NO_SECTOR);
        assertThat(Why.unplaced(List.of(), v)).isEqualTo(Obstacle.NOBODY_WORKS);
        assertThat(Why.unplaced(List.of(), sector(v, Set.of(ALICE))))
                .as("somebody has the sector, and works on none of these days")
                .isEqualTo(Obstacle.NOBODY_WORKS);
        assertThat(Why.unplaced(List.of(day(BRUNO, MONDAY)), sector(v, Set.of(ALICE))))
                .isEqualTo(Obstacle.SECTOR);
        assertThat(Why.unplaced(shifts, v)).isEqualTo(Obstacle.NO_ROOM);
        assertThat(
                        Why.unplaced(
                                List.of(
                                        day(ALICE, MONDAY, new Block(0, full, full + 600)),
                                        day(BRUNO, MONDAY.plusDays(1))),
                                sector(v, Set.of(ALICE))))
                .isEqualTo(Obstacle.SECTOR);
        assertThat(
                        Why.unplaced(
                                shifts,
                                v.with(
                                        null,
                                        Set.of(MONDAY, MONDAY.plusDays(1)),
                                        List.of(),
                                        v.latest())))
                .isEqualTo(Obstacle.NOT_AT_HOME);
        assertThat(
                        Why.unplaced(
                                List.of(day(ALICE, MONDAY)),
                                v.with(
                                        null,
                                        Set.of(),
                                        List.of(new Block(3, full, full + 600)),
                                        v.latest())))
                .isEqualTo(Obstacle.PERSON_TAKEN);
        assertThat(Why.unplaced(List.of(day(ALICE, MONDAY, new Block(0, full, full + 600))), v))
                .isEqualTo(Obstacle.TAKEN);
        assertThat(
                        Why.unplaced(
                                List.of(day(ALICE, MONDAY)),
                                v.with(null, Set.of(), List.of(), full + 5)))
                .isEqualTo(Obstacle.TOO_LATE);
        assertThat(Why.unplaced(List.of(day(ALICE, MONDAY)), visit(1, 3, 300)))
                .isEqualTo(Obstacle.HOURS);
    }

    private static Visit sector(Visit v, @Nullable Set<UUID> allowed) {
        return v.with(allowed, v.closed(), v.taken(), v.latest());
    }

    @Test
    void a_wished_minute_is_possible_or_says_what_stands_against_it() {
        var eleven = at(MONDAY, 11, 0);
        var day = day(ALICE, MONDAY, new Block(4, eleven, eleven + 60));
        var v = visit(1, 5, 60);
        assertThat(Why.at(day, v, at(MONDAY, 14, 0))).isEmpty();
        assertThat(Why.at(day, v, at(MONDAY, 12, 0))).contains(Obstacle.HOURS);
        assertThat(Why.at(day, v, at(MONDAY, 9, 0))).contains(Obstacle.HOURS);
        assertThat(Why.at(day, v, at(MONDAY, 10, 0))).contains(Obstacle.TAKEN);
        assertThat(Why.at(day, v, at(MONDAY, 16, 25))).contains(Obstacle.HOURS);
        assertThat(Why.at(day, sector(v, Set.of(BRUNO)), at(MONDAY, 14, 0)))
                .contains(Obstacle.OTHER_SECTOR);
        assertThat(Why.firstStart(day, v)).contains(at(MONDAY, 9, 30));
    }

    @Test
    void a_day_that_takes_a_visit_at_no_hour_says_which_rule_is_against_it() {
        var full = at(MONDAY, 9, 0);
        var day = day(ALICE, MONDAY);
        var v = visit(1, 5, 60);
        assertThat(Why.firstStart(day, v)).isPresent();
        assertThat(Why.on(day, visit(1, -1, 60))).isEqualTo(Obstacle.NO_POINT);
        assertThat(Why.on(day, sector(v, Set.of(BRUNO)))).isEqualTo(Obstacle.OTHER_SECTOR);
        assertThat(Why.on(day, v.with(null, Set.of(MONDAY), List.of(), v.latest())))
                .isEqualTo(Obstacle.NOT_AT_HOME);
        assertThat(Why.on(day(ALICE, MONDAY.minusDays(3)), v)).isEqualTo(Obstacle.TOO_EARLY);
        assertThat(Why.on(day, v.with(null, Set.of(), List.of(), full - 60)))
                .isEqualTo(Obstacle.TOO_LATE);
        assertThat(Why.on(day(ALICE, MONDAY, new Block(0, full, full + 600)), v))
                .isEqualTo(Obstacle.TAKEN);
        assertThat(Why.on(day, visit(1, 5, 300))).isEqualTo(Obstacle.HOURS);
    }

    @Test
    void a_night_that_loses_an_hour_is_as_long_as_it_is() {
        // clocks go on at two: from one to five there are three hours
        var sunday = LocalDate.of(2027, 3, 28);
        var night =
                new Shift(
                        ALICE,
                        sunday,
                        0,
                        List.of(new Block(0, at(sunday, 1, 0), at(sunday, 5, 0))),
                        List.of(),
                        ROADS);
        assertThat(night.closes() - night.opens()).isEqualTo(180);
        assertThat(Why.at(night, visit(1, 1, 190), at(sunday, 1, 20))).contains(Obstacle.HOURS);
        // and back at three: from one to five there are five hours
        var autumn = LocalDate.of(2026, 10, 25);
        var night25 =
                new Shift(
                        ALICE,
                        autumn,
                        0,
                        List.of(new Block(0, at(autumn, 1, 0), at(autumn, 5, 0))),
                        List.of(),
                        ROADS);
        var visit =
                new Visit(
                        new UUID(2, 1),
                        new UUID(3, 1),
                        1,
                        250,
                        at(autumn, 0, 0),
                        Long.MAX_VALUE,
                        autumn,
                        20,
                        20,
                        Set.of(),
                        null,
                        Set.of(),
                        List.of());
        assertThat(Why.firstStart(night25, visit)).contains(at(autumn, 1, 10));
        assertThat(Why.at(night25, visit, at(autumn, 1, 20))).isEmpty();
        assertThat(Why.at(night25, visit, at(autumn, 1, 50))).contains(Obstacle.HOURS);
    }

    @Test
    void eighty_visits_of_four_coordinators_find_their_place() {
        var random = new Random(7);
        var shifts = new ArrayList<Shift>();
        for (int d = 0; d < 14; d++)
            for (int m = 1; m <= 4; m++)
                if (d % 7 < 5) shifts.add(day(new UUID(1, m), MONDAY.plusDays(d)));
        var visits = new ArrayList<Visit>();
        for (int n = 0; n < 80; n++) visits.add(visit(n, 1 + random.nextInt(6), 60));
        var better = new AtomicInteger();
        var solver = Rounds.solver(Rounds.Limit.moves(6_000));
        var solved = Rounds.solve(new Plan(shifts, visits), solver, _ -> better.incrementAndGet());
        check(shifts, visits, solved);
        assertThat(solved.unplaced()).isEmpty();
        assertThat(better.get()).as("better ones were told").isPositive();
    }

    @Test
    void nothing_to_place_is_a_plan() {
        assertThat(solve(new Plan(List.of(day(ALICE, MONDAY)), List.of()), 50).unplaced())
                .isEmpty();
        assertThat(solve(new Plan(List.of(), List.of(visit(1, 1, 60))), 50).unplaced()).hasSize(1);
    }
}
