package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.followup.internal.Plans.Asked;
import fr.maillage.followup.internal.Schedule.Outcome;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Acts that follow others, and plans that change version again and again: nothing done is lost,
/// nothing is there twice.
@IntegrationTest
class HistoriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Occurrences occurrences;

    @Autowired MovableClock clock;

    @BeforeEach
    @AfterEach
    void tuesday2June() {
        clock.reset();
    }

    private Plans plans() {
        return new Plans(cast, sql, occurrences, clock);
    }

    private Followed followed(List<Asked> acts) {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plans().next(cast.douai, odette.patient(), odette.support(), acts);
        return odette;
    }

    @Test
    @Proves("REQ-FOLLOWUP-01")
    void what_follows_another_act_is_dated_when_it_is_marked_and_taken_back_with_it_unless_done()
            throws Exception {
        var eye = Asked.once("Fond d’œil", "EXAMEN", "Centre", DAY, 0, 7);
        var result =
                new Asked(
                        UUID.randomUUID(),
                        "Résultat lu",
                        "CONSULTATION",
                        "Dr MOREL",
                        DAY,
                        null,
                        null,
                        0,
                        7,
                        eye.id(),
                        10);
        var letter =
                new Asked(
                        UUID.randomUUID(),
                        "Traitement revu",
                        "CONSULTATION",
                        "Dr MOREL",
                        DAY,
                        null,
                        null,
                        0,
                        7,
                        result.id(),
                        3);
        var odette = followed(List.of(eye, result, letter));
        assertThat(acts(odette)).containsExactly("Fond d’œil 2026-06-02 PREVU");

        mark(odette, "Fond d’œil", DAY, "fait", "jour", "2026-06-02");
        assertThat(acts(odette))
                .containsExactly("Fond d’œil 2026-06-02 FAIT", "Résultat lu 2026-06-12 PREVU");
        mark(odette, "Fond d’œil", DAY, "annuler");
        assertThat(acts(odette))
                .as("marked by mistake: what it dated goes")
                .containsExactly("Fond d’œil 2026-06-02 PREVU");

        clock.move(Duration.ofDays(11));
        mark(odette, "Fond d’œil", DAY, "fait", "jour", "2026-06-03");
        mark(odette, "Résultat lu", DAY.plusDays(11), "fait", "jour", "2026-06-13");
        assertThat(acts(odette))
                .containsExactly(
                        "Fond d’œil 2026-06-02 FAIT_HORS_DELAI",
                        "Résultat lu 2026-06-13 FAIT",
                        "Traitement revu 2026-06-16 PREVU");
        mark(odette, "Fond d’œil", DAY, "annuler");
        assertThat(acts(odette))
                .as("what was done stays, with what follows it")
                .containsExactly(
                        "Fond d’œil 2026-06-02 PREVU",
                        "Résultat lu 2026-06-13 FAIT",
                        "Traitement revu 2026-06-16 PREVU");
        mark(odette, "Fond d’œil", DAY, "pas-fait", "why", "REFUS");
        assertThat(acts(odette)).contains("Résultat lu 2026-06-13 FAIT").doesNotHaveDuplicates();
    }

    private void mark(Followed person, String title, LocalDate on, String what, String... params)
            throws Exception {
        var act = plans().act(cast.douai, person.patient(), title, on);
        var request =
                post("/dossiers/" + person.patient() + "/suivi/" + act + "/" + what)
                        .with(user(cast.claireCoordinator))
                        .with(csrf());
        for (int k = 0; k < params.length; k += 2) request.param(params[k], params[k + 1]);
        assertThat(mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(302);
    }

    private List<String> acts(Followed person) {
        return plans().acts(cast.douai, person.patient());
    }

    @Test
    @Proves("REQ-FOLLOWUP-04")
    void forty_random_histories_of_versions_lose_nothing_done_and_double_nothing() {
        var random = new Random(4_003);
        int marked = 0;
        for (int history = 0; history < 40; history++) {
            clock.reset();
            var stable = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            var odette = followed(random(random, stable));
            Map<UUID, String> said = new HashMap<>();
            for (int step = 0; step < 6; step++) {
                clock.move(Duration.ofDays(random.nextInt(12) + 1L));
                if (random.nextInt(3) == 0) {
                    plans().next(
                                    cast.douai,
                                    odette.patient(),
                                    odette.support(),
                                    random(random, stable));
                } else {
                    marked += mark(odette, random, said);
                    cast.in(
                            cast.douai,
                            () -> {
                                occurrences.follow(odette.patient());
                                occurrences.follow(odette.patient());
                                return null;
                            });
                }
                assertThat(states(odette)).as("history " + history).containsAllEntriesOf(said);
                assertThat(days(odette)).doesNotHaveDuplicates();
            }
        }
        assertThat(marked).isGreaterThan(50);
    }

    /// Interventions of a version: each of the three, or not, at another rhythm.
    private List<Asked> random(Random random, List<UUID> stable) {
        var acts = new ArrayList<Asked>();
        for (int k = 0; k < stable.size(); k++) {
            if (random.nextInt(4) == 0) continue;
            var start = LocalDate.now(clock).plusDays(random.nextInt(9) - 4L);
            var waits = k == 2 && random.nextBoolean();
            acts.add(
                    new Asked(
                            stable.get(k),
                            "Acte " + k,
                            "CONSULTATION",
                            "M. ROCHE",
                            start,
                            random.nextBoolean() ? random.nextInt(6) + 1 : null,
                            null,
                            random.nextInt(3),
                            random.nextInt(5),
                            waits ? stable.getFirst() : null,
                            random.nextInt(9)));
        }
        return acts.stream()
                .map(a ->
                        a.everyDays() == null
                                ? a
                                : new Asked(
                                        a.id(),
                                        a.title(),
                                        a.type(),
                                        a.actor(),
                                        a.on(),
                                        a.everyDays(),
                                        1 + random.nextInt(20),
                                        a.window(),
                                        a.tolerance(),
                                        a.after(),
                                        a.n()))
                .toList();
    }

    /// Marks some of the acts that wait; 1 when one was.
    private int mark(Followed person, Random random, Map<UUID, String> said) {
        return cast.in(
                cast.douai,
                () -> {
                    var waiting =
                            sql.sql(
                                            "select id from followup.occurrence where patient_id = :p and status = 'PREVU' order by due_on, id limit 5")
                                    .param("p", person.patient().value())
                                    .query((row, _) -> row.getObject(1, UUID.class))
                                    .list();
                    if (waiting.isEmpty()) return 0;
                    var act = waiting.get(random.nextInt(waiting.size()));
                    var done = random.nextInt(3) > 0;
                    sql.sql(
                                    "update followup.occurrence set status = :s, done_on = cast(:on as date), not_done_why = :why where id = :id")
                            .param("s", done ? "FAIT" : "NON_FAIT")
                            .param(
                                    "on",
                                    done ? LocalDate.now(clock).toString() : null,
                                    java.sql.Types.VARCHAR)
                            .param("why", done ? null : "REFUS", java.sql.Types.VARCHAR)
                            .param("id", act)
                            .update();
                    said.put(act, done ? "FAIT" : "NON_FAIT");
                    return 1;
                });
    }

    private Map<UUID, String> states(Followed person) {
        var states = new HashMap<UUID, String>();
        cast.in(
                cast.douai,
                () ->
                        sql.sql("select id, status from followup.occurrence where patient_id = :p")
                                .param("p", person.patient().value())
                                .query((row, _) ->
                                        states.put(
                                                row.getObject("id", UUID.class),
                                                row.getString("status")))
                                .list());
        return states;
    }

    private List<String> days(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select intervention_id || ' ' || due_on from followup.occurrence where patient_id = :p")
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    /// The same without a database, more of them: what a version asks for on the days of what was
    /// done.
    @Test
    void four_hundred_random_schedules_give_each_day_once_in_order_and_never_beyond_the_horizon() {
        var random = new Random(4_002);
        for (int k = 0; k < 400; k++) {
            var start = DAY.plusDays(random.nextInt(400) - 200L);
            var repeats = random.nextInt(4) > 0;
            var unit = List.of("JOUR", "SEMAINE", "MOIS").get(random.nextInt(3));
            Set<Integer> days = new TreeSet<>();
            if (repeats && !unit.equals("JOUR"))
                for (int d = random.nextInt(4); d > 0; d--) days.add(1 + random.nextInt(7));
            var end = repeats && random.nextBoolean() ? start.plusDays(random.nextInt(300)) : null;
            var schedule =
                    new Schedule(
                            start,
                            end,
                            repeats ? 1 + random.nextInt(6) : null,
                            repeats ? unit : null,
                            repeats && end == null
                                    ? Integer.valueOf(1 + random.nextInt(300))
                                    : null,
                            days,
                            random.nextInt(10),
                            random.nextInt(10));
            var from = start.plusDays(random.nextInt(60));
            var horizon = from.plusMonths(12);
            if (!(schedule.followedFrom(from).acts(from, horizon)
                    instanceof Outcome.Acts(var acts))) continue;
            var on = acts.stream().map(Schedule.Act::on).toList();
            assertThat(on).as(schedule.toString()).isSorted().doesNotHaveDuplicates();
            assertThat(on).allMatch(day -> !day.isAfter(horizon));
            assertThat(acts)
                    .allMatch(act ->
                            !act.until().isBefore(from) && !act.late().isBefore(act.until()));
            if (!days.isEmpty())
                assertThat(on).allMatch(day -> days.contains(day.getDayOfWeek().getValue()));
            assertThat(
                            new HashSet<>(
                                    schedule.followedFrom(from).acts(from, horizon)
                                                    instanceof Outcome.Acts(var again)
                                            ? again
                                            : List.of()))
                    .isEqualTo(new HashSet<>(acts));
        }
    }
}
