package fr.maillage.agenda.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.network.CaseloadHandedOver;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.CyclicBarrier;

/// An agenda that changes under one's hands: who holds it leaves, clocks change, a move is undone.
@IntegrationTest
class AgendaChangesTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired ApplicationEventPublisher events;

    private OwnStructure own;

    @BeforeEach
    void structure() {
        clock.reset();
        own = new OwnStructure(cast, sql, "32");
    }

    @Test
    void what_somebody_who_leaves_held_joined_and_answered_goes_on_with_others() throws Exception {
        var person = own.patient();
        own.open(person, 2, "2026-01-05");
        noted(
                "VISITE",
                "patient",
                person.toString(),
                "title",
                "A elle",
                "others",
                own.bruno.member().toString());
        noted(
                "REUNION",
                "member",
                own.bruno.member().toString(),
                "title",
                "B y vient",
                "others",
                own.alice.member().toString());
        noted(
                "REUNION",
                "member",
                own.secretary.member().toString(),
                "title",
                "C y vient",
                "others",
                own.alice.member().toString());
        send(
                own.alice,
                "/agenda/permanences",
                "member",
                own.alice.member().toString(),
                "from",
                "2026-06-05",
                "fromTime",
                "18:00",
                "to",
                "2026-06-06",
                "toTime",
                "08:00");
        var id = one("select id::text from agenda.appointment where title = 'A elle'");

        cast.in(
                own.id,
                () -> {
                    events.publishEvent(
                            new CaseloadHandedOver(
                                    own.alice.member(),
                                    List.of(
                                            new CaseloadHandedOver.Part(
                                                    person.value(), own.bruno.member())),
                                    own.secretary.member()));
                    return 0;
                });

        assertThat(one("select member_id::text from agenda.appointment where title = 'A elle'"))
                .isEqualTo(own.bruno.member().toString());
        assertThat(
                        one(
                                "select count(*)::text from agenda.participant p join agenda.appointment a on a.id = p.appointment_id where a.title = 'A elle'"))
                .as("who receives it no longer comes besides")
                .isEqualTo("0");
        assertThat(
                        one(
                                "select p.member_id::text from agenda.participant p join agenda.appointment a on a.id = p.appointment_id where a.title = 'B y vient'"))
                .isEqualTo(own.secretary.member().toString());
        assertThat(
                        one(
                                "select count(*)::text from agenda.participant p join agenda.appointment a on a.id = p.appointment_id where a.title = 'C y vient'"))
                .as("who receives holds it already")
                .isEqualTo("0");
        assertThat(one("select member_id::text from agenda.on_call"))
                .isEqualTo(own.secretary.member().toString());
        // whoever had it open is told what happened meanwhile, and nothing is lost
        var overtaken =
                Jsoup.parse(
                        send(
                                        own.bruno,
                                        "/agenda/" + id + "/deplacer",
                                        "version",
                                        "0",
                                        "day",
                                        "2026-06-08",
                                        "time",
                                        "15:00")
                                .getResponse()
                                .getContentAsString());
        assertThat(overtaken.text())
                .contains(
                        "Modifié entre-temps", "Passage de relais", "Bruno BRUN", "Vous demandiez")
                .contains("15:00 – 16:00");
    }

    @Test
    @Proves("REQ-AGENDA-02")
    void what_repeats_has_its_hour_in_other_calendars_on_both_sides_of_the_change_of_clocks()
            throws Exception {
        clock.goTo(LocalDateTime.of(2026, 10, 19, 8, 0));
        send(
                own.alice,
                "/agenda",
                "kind",
                "REUNION",
                "title",
                "Hebdo",
                "day",
                "2026-10-20",
                "time",
                "09:00",
                "repeat",
                "SEMAINE",
                "every",
                "1",
                "weekday",
                "2",
                "times",
                "2");
        var made = send(own.alice, "/agenda/abonnement");
        var address = String.valueOf(made.getFlashMap().get("address"));
        var calendar =
                mvc.perform(get(address.substring(address.indexOf("/agenda/flux/"))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(calendar)
                .contains("DTSTART:20261020T070000Z")
                .contains("DTSTART:20261027T080000Z");
        // an hour that comes twice that night is the first of the two
        send(
                own.alice,
                "/agenda",
                "kind",
                "REUNION",
                "title",
                "Nuit",
                "day",
                "2026-10-25",
                "time",
                "02:30",
                "anyway",
                "1");
        assertThat(
                        one(
                                "select to_char(starts_at at time zone 'UTC', 'DD HH24:MI') from agenda.appointment where title = 'Nuit'"))
                .isEqualTo("25 00:30");
        // moved from one side to the other, it keeps its hour on the wall and its length
        send(
                own.alice,
                "/agenda",
                "kind",
                "REUNION",
                "title",
                "Vendredi",
                "day",
                "2026-10-23",
                "time",
                "09:00");
        for (var day : List.of("2026-10-26", "2026-10-25", "2027-03-28")) {
            var id = one("select id::text from agenda.appointment where title = 'Vendredi'");
            var version =
                    one("select version::text from agenda.appointment where title = 'Vendredi'");
            send(
                    own.alice,
                    "/agenda/" + id + "/deplacer",
                    "version",
                    version,
                    "day",
                    day,
                    "time",
                    day.endsWith("28") ? "02:30" : "09:00",
                    "anyway",
                    "1");
            assertThat(
                            one(
                                    "select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || (ends_at - starts_at) from agenda.appointment where title = 'Vendredi'"))
                    .isEqualTo(
                            switch (day) {
                                case "2026-10-26" -> "2026-10-26 08:00 01:00:00";
                                case "2026-10-25" -> "2026-10-25 08:00 01:00:00";
                                default ->
                                        "2027-03-28 01:30 01:00:00"; // half past two is half past
                                    // three
                            });
        }
    }

    @Test
    void of_two_who_move_it_at_the_same_moment_one_does_and_the_other_is_told() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            var title = "Course " + turn;
            noted("REUNION", "title", title);
            var id = one("select id::text from agenda.appointment where title = '" + title + "'");
            var together = new CyclicBarrier(2);
            try (var both = Executors.newFixedThreadPool(2)) {
                var alice = both.submit(() -> moves(own.alice, id, "14:00", together));
                var bruno = both.submit(() -> moves(own.bruno, id, "16:00", together));
                assertThat(List.of(alice.get() / 100, bruno.get() / 100))
                        .containsExactlyInAnyOrder(3, 4);
                assertThat(Math.max(alice.get(), bruno.get())).isEqualTo(409);
                assertThat(
                                one(
                                        "select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') || ' ' || version || ' ' || (select count(*) from agenda.change c where c.appointment_id = a.id) from agenda.appointment a where title = '"
                                                + title
                                                + "'"))
                        .as("moved once, by the one who was told so")
                        .isEqualTo((alice.get() < 400 ? "14:00" : "16:00") + " 1 1");
            }
        }
    }

    private int moves(SignedIn who, String id, String time, CyclicBarrier together)
            throws Exception {
        together.await(20, TimeUnit.SECONDS);
        return send(
                        who,
                        "/agenda/" + id + "/deplacer",
                        "version",
                        "0",
                        "day",
                        "2026-06-04",
                        "time",
                        time,
                        "anyway",
                        "1")
                .getResponse()
                .getStatus();
    }

    @Test
    void the_toast_of_a_move_puts_it_back() throws Exception {
        noted("REUNION", "title", "A bouger");
        var id = one("select id::text from agenda.appointment where title = 'A bouger'");
        var moved =
                send(
                        own.alice,
                        "/agenda/" + id + "/deplacer",
                        "version",
                        "0",
                        "day",
                        "2026-06-04",
                        "time",
                        "16:00");
        var page =
                Jsoup.parse(
                        mvc.perform(
                                        get(String.valueOf(moved.getResponse().getRedirectedUrl()))
                                                .flashAttrs(moved.getFlashMap())
                                                .with(user(own.alice)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        var undo = page.select(".toast form:has(button:contains(Annuler))");
        assertThat(undo).hasSize(1);
        assertThat(send(own.alice, undo.attr("action")).getResponse().getStatus() / 100)
                .isEqualTo(3);
        assertThat(
                        one(
                                "select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') from agenda.appointment where title = 'A bouger'"))
                .isEqualTo("10:00");
        assertThat(send(own.alice, undo.attr("action")).getResponse().getStatus())
                .as("once")
                .isEqualTo(409);
    }

    /// On Thursday 4 June at ten.
    private void noted(String kind, String... more) throws Exception {
        var all =
                new java.util.ArrayList<>(
                        List.of("kind", kind, "day", "2026-06-04", "time", "10:00", "anyway", "1"));
        all.addAll(List.of(more));
        assertThat(
                        send(own.alice, "/agenda", all.toArray(String[]::new))
                                        .getResponse()
                                        .getStatus()
                                / 100)
                .isEqualTo(3);
    }

    private String one(String statement) {
        return cast.in(
                own.id, () -> sql.sql(statement).query((row, _) -> row.getString(1)).single());
    }

    private MvcResult send(SignedIn who, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(user(who));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn();
    }
}
