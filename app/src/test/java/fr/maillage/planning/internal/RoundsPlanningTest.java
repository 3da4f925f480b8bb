package fr.maillage.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.planning.internal.solver.Obstacle;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.web.Sent;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// From what is due to the agenda: a proposal asked for, read, corrected, accepted, in a structure
/// of its own. It is Tuesday 2 June 2026.
@IntegrationTest
class RoundsPlanningTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired RoundsWork work;
    @Autowired RoundsService rounds;
    @Autowired OldProposals night;
    @Autowired MovableClock clock;

    private OwnStructure own;

    @BeforeEach
    void structure() {
        clock.reset();
        own = new OwnStructure(cast, sql, "32");
        own.themes("GERONTOLOGIE");
        cast.in(
                own.id,
                () ->
                        sql.sql("update network.network set commune_code = '59178' where id = :id")
                                .param("id", own.id.value())
                                .update());
    }

    @Test
    @Proves({"REQ-AGENDA-02", "REQ-FOLLOWUP-06"})
    void what_is_due_is_proposed_corrected_and_put_into_the_agenda() throws Exception {
        // what calls for a visit: an act of a plan, a plan to reassess, a return, an urgency, a
        // hand
        var planned = followed("59178", 2);
        var reassessed = followed("59028", 1);
        var home = followed("59008", 3);
        var asked = followed("59015", 2);
        var nowhere = followed(null, 1);
        visitInPlan(planned, LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 5));
        plan(reassessed, LocalDate.of(2026, 6, 12));
        stay(home, LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 1));
        ask(own.alice, asked, "2026-06-05", 45);
        ask(own.alice, nowhere, "2026-06-05", 60);
        // Bruno is away on Wednesday, and takes a whole Thursday morning for something else
        away(own.bruno, WEDNESDAY);
        meeting(own.bruno, "2026-06-04 06:00+00", "2026-06-04 10:30+00");

        var id = propose(own.alice, own.bruno);
        var page = page(id);
        assertThat(page.select(".rd-stop")).hasSize(4);
        // every day worked from 3 to 16 June is a place to move a visit to, with visits or without
        assertThat(page.select(".rd-day")).hasSize(10);
        assertThat(page.select(".rd-day [data-round]")).hasSize(20);
        assertThat(page.select(".rd-day.is-free")).isNotEmpty();
        assertThat(page.text())
                .contains("Suivi", "Réévaluation", "Retour d’hospitalisation", "Demandée")
                .contains("À relire")
                .contains("À la main");
        assertThat(page.select("#sans ~ ul, section[aria-labelledby=sans]").text())
                .contains("commune de la personne n’est pas notée");
        // the return of Monday noon plus 48 hours is Wednesday noon: the law holds
        var stops = stops(id);
        assertThat(
                        stops.stream()
                                .filter(s -> s.patient().equals(home.value()))
                                .findFirst()
                                .orElseThrow()
                                .start())
                .isBeforeOrEqualTo(
                        WEDNESDAY
                                .atTime(12, 0)
                                .atZone(java.time.ZoneId.of("Europe/Paris"))
                                .toInstant());
        assertThat(stops)
                .filteredOn(s -> own.bruno.member().equals(s.member()))
                .noneMatch(s ->
                        Problem.day(java.util.Objects.requireNonNull(s.start())).equals(WEDNESDAY));
        // drawn here: a route, its legend, and the same in words
        assertThat(page.select("svg .rd-route")).isNotEmpty();
        assertThat(page.select(".rd-legend li")).hasSize(2);
        assertThat(page.select("svg[role=img]").attr("aria-label")).contains("La liste par jour");
        assertThat(
                        Jsoup.parse(body(own.alice, "/agenda/tournees/" + id + "?jour=tout"))
                                .select("svg .rd-mark"))
                .isNotEmpty();

        // moved by the form: refused with the reason, then done, and pinned
        var stop =
                stops.stream()
                        .filter(s -> s.patient().equals(asked.value()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var here = "/agenda/tournees/" + id;
        assertThat(body(own.alice, here + "/visites/" + stop)).contains("La mettre ailleurs");
        var version = version(page);
        assertThat(
                        move(here, stop, version, WEDNESDAY, own.bruno, "10:00", 422)
                                .select("#day-error")
                                .text())
                .contains("absent");
        assertThat(
                        move(here, stop, version, WEDNESDAY, own.alice, "07:00", 422)
                                .select("#time-error")
                                .text())
                .contains("horaires de travail");
        assertThat(
                        move(here, stop, version, LocalDate.of(2026, 6, 4), own.bruno, "11:00", 422)
                                .select("#time-error")
                                .text())
                .contains("Un rendez-vous");
        move(here, stop, version, LocalDate.of(2026, 6, 5), own.alice, "14:00", 303);
        move(here, stop, version, LocalDate.of(2026, 6, 5), own.alice, "15:00", 409);
        var moved = page(id);
        assertThat(moved.select(".rd-stop:contains(14:00 – 14:45)").text()).contains("épinglée");
        // computed again, the pinned one stays
        send(own.alice, here + "/relancer", "version", version(moved))
                .andExpect(status().is3xxRedirection());
        assertThat(body(own.alice, here + "/avancement")).contains("every 2s");
        work.run(own.id, id);
        mvc.perform(get(here + "/avancement").with(user(own.alice)))
                .andExpect(header().string("HX-Refresh", "true"));
        assertThat(page(id).select(".rd-stop:contains(14:00 – 14:45)").text()).contains("épinglée");
        // dropped without an hour, let go again
        move(here, stop, version(page(id)), LocalDate.of(2026, 6, 8), own.alice, "", 303);
        send(own.alice, here + "/visites/" + stop + "/liberer", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        send(own.alice, here + "/visites/" + stop + "/epingler", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());

        // somebody takes an hour meanwhile: that visit alone is not made, and says why
        var ready = version(page(id));
        var taken =
                stops(id).stream()
                        .filter(s -> s.patient().equals(reassessed.value()))
                        .findFirst()
                        .orElseThrow();
        var start = java.util.Objects.requireNonNull(taken.start());
        meeting(taken.member(), start.toString(), start.plusSeconds(3600).toString());
        send(own.alice, here + "/accepter", "version", ready)
                .andExpect(status().is3xxRedirection());
        assertThat(appointments()).isEqualTo(3);
        var after = page(id);
        assertThat(after.text())
                .contains("Un rendez-vous, une permanence ou une autre visite occupe ce moment");
        assertThat(after.select(".rd-stop .is-done:contains(agenda)")).hasSize(3);
        // the second of two who accept is told, and nothing is made twice
        var second =
                send(own.bruno, here + "/accepter", "version", ready)
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(second)
                .as("nothing was typed beside a button")
                .contains(PlanningText.OVERTAKEN)
                .doesNotContain("Votre saisie est ci-dessous");
        assertThat(appointments()).isEqualTo(3);
        assertThat(body(own.alice, "/agenda/tournees")).doesNotContain("Aucune n’attend");
        // computed again, the rest follows; nothing is asked twice
        send(own.alice, here + "/relancer", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        work.run(own.id, id);
        send(own.alice, here + "/accepter", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        assertThat(appointments()).isEqualTo(4);
        assertThat(page(id).text()).contains("Dans l’agenda");
        assertThat(page(id).select(".rd-day.is-free")).isEmpty();
        var again = propose(own.alice, own.bruno);
        assertThat(page(again).select(".rd-stop")).isEmpty();
        send(
                        own.alice,
                        "/agenda/tournees/" + again + "/abandonner",
                        "version",
                        version(page(again)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void two_proposals_of_the_same_visits_put_each_into_the_agenda_once() throws Exception {
        var planned = followed("59178", 2);
        var asked = followed("59015", 2);
        var dies = followed("59028", 2);
        visitInPlan(planned, LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 5));
        ask(own.alice, asked, "2026-06-05", 45);
        ask(own.alice, dies, "2026-06-05", 45);
        var one = propose(own.alice);
        var other = propose(own.bruno);
        assertThat(page(other).select(".rd-stop")).hasSize(3);
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update patient.patient set deceased_on = '2026-06-02' where id = :id")
                                .param("id", dies.value())
                                .update());
        var versions = List.of(version(page(one)), version(page(other)));

        // the second waits for the first to be in the agenda, and sees what it put there
        var second = new CompletableFuture<RoundsService.Accepted>();
        own.alice.run(() ->
                cast.as(
                        own.alice,
                        () -> {
                            var first = rounds.accept(one, Sent.with("version", versions.get(0)));
                            assertThat(first.made()).isEqualTo(2);
                            assertThat(first.refused()).hasSize(1).containsValue(Obstacle.NO_NEED);
                            Thread.startVirtualThread(() ->
                                    own.bruno.run(() ->
                                            second.complete(
                                                    rounds.accept(
                                                            other,
                                                            Sent.with(
                                                                    "version", versions.get(1))))));
                            assertThatThrownBy(() -> second.get(700, TimeUnit.MILLISECONDS))
                                    .isInstanceOf(TimeoutException.class);
                            return null;
                        }));
        assertThat(second.get(20, TimeUnit.SECONDS).made()).isZero();
        assertThat(appointments()).isEqualTo(2);
        assertThat(page(other).text()).contains("n’a plus lieu d’être", "Dans l’agenda");
    }

    @Test
    void what_a_pinned_visit_answers_is_not_asked_twice_even_when_it_is_overdue() throws Exception {
        plan(followed("59178", 2), LocalDate.of(2026, 5, 20));
        var id = propose(own.alice);
        var here = "/agenda/tournees/" + id;
        var stop = stops(id).getFirst().id();
        send(own.alice, here + "/visites/" + stop + "/epingler", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        send(own.alice, here + "/relancer", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        work.run(own.id, id);
        assertThat(stops(id)).hasSize(1);
    }

    @Test
    void a_delay_that_passed_while_it_waited_keeps_nobody_from_a_visit() throws Exception {
        var home = followed("59008", 3);
        stay(home, LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 1));
        var id = propose(own.alice);
        var here = "/agenda/tournees/" + id;
        var stop = stops(id).getFirst().id();
        var thursday = WEDNESDAY.plusDays(1);
        assertThat(
                        move(here, stop, version(page(id)), thursday, own.alice, "10:00", 422)
                                .select("#time-error")
                                .text())
                .contains("Le délai ne peut pas être tenu");
        clock.goTo(WEDNESDAY.atTime(15, 0));
        move(here, stop, version(page(id)), thursday, own.alice, "10:00", 303);
        send(own.alice, here + "/accepter", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        assertThat(appointments()).isOne();
    }

    @Test
    void who_may_not_and_what_is_wrong() throws Exception {
        var id = propose(own.alice);
        assertThat(page(id).text()).contains("Aucune visite n’est due");
        for (var stranger : List.of(cast.claireCoordinator, cast.drMorel, own.head))
            mvc.perform(get("/agenda/tournees/" + id).with(user(stranger)))
                    .andExpect(status().isNotFound());
        mvc.perform(
                        post("/agenda/tournees/" + id + "/accepter")
                                .param("version", "2")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        get("/agenda/tournees/" + id + "/visites/" + UUID.randomUUID())
                                .with(user(own.alice)))
                .andExpect(status().isNotFound());
        assertThat(
                        sendFor(
                                        own.alice,
                                        422,
                                        "/agenda/tournees/" + id + "/accepter",
                                        "version",
                                        version(page(id)))
                                .text())
                .contains("Aucune visite n’a de jour");
        var wrong =
                sendFor(
                        own.alice,
                        422,
                        "/agenda/tournees",
                        "first",
                        "2026-05-01",
                        "last",
                        "2026-09-01");
        assertThat(wrong.select("#first-error").text()).contains("passé");
        assertThat(wrong.select("#member-error").text()).contains("au moins une personne");
        assertThat(
                        sendFor(
                                        own.alice,
                                        422,
                                        "/agenda/tournees",
                                        "first",
                                        "2026-06-03",
                                        "last",
                                        "2026-09-01",
                                        "member",
                                        own.alice.member().toString())
                                .select("#last-error")
                                .text())
                .contains("28 jours");
        var person = followed("59178", 1);
        assertThat(
                        sendFor(
                                        own.alice,
                                        422,
                                        "/dossiers/" + person + "/visite-a-prevoir",
                                        "due",
                                        "2026-06-03",
                                        "first",
                                        "2026-06-09")
                                .select("#due-error")
                                .text())
                .contains("avant le premier jour");
        assertThat(body(own.alice, "/dossiers/" + person + "/visite-a-prevoir"))
                .contains("Visite à prévoir");
        ask(own.alice, person, "2026-06-05", 60);
        assertThat(Jsoup.parse(body(own.alice, "/dossiers/" + person + "/visite-a-prevoir")).text())
                .as("not asked a second time by who does not know")
                .contains("Déjà demandée pour ven. 5 juin");
        var withdraw =
                Jsoup.parse(body(own.secretary, "/agenda/tournees"))
                        .select("form[action$=retirer]")
                        .attr("action");
        mvc.perform(post(withdraw).with(csrf()).with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        send(own.secretary, withdraw).andExpect(status().is3xxRedirection());
        assertThat(body(own.alice, "/agenda/tournees")).contains("Aucune n’attend");
    }

    @Test
    void a_sector_binds_and_a_stop_keeps_what_was_found() throws Exception {
        // Alice has Douai, Bruno nothing: Bruno’s person of Auby finds nobody, but the référent may
        // always
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update network.team_member set sectors = '{59178}', unit_id = null where id = :id")
                                .param("id", own.alice.member())
                                .update());
        var auby = own.patient();
        own.support(auby, 2, "2026-01-05", null, null, own.head, "GERONTOLOGIE", "59028");
        lives(auby, "59028");
        ask(own.alice, auby, "2026-06-05", 60);
        var paused = followed("59178", 2);
        ask(own.alice, paused, "2026-06-05", 60);
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update casefile.support set paused_from = '2026-06-01', paused_until = '2026-07-31' where patient_id = :id")
                                .param("id", paused.value())
                                .update());
        var id = ask(own.alice, own.bruno);
        send(own.alice, "/agenda/tournees/" + id + "/arreter")
                .andExpect(status().is3xxRedirection());
        work.run(own.id, id);
        assertThat(page(id).text())
                .contains("Aucune des personnes choisies n’a cette commune dans ses secteurs")
                .contains("pas chez elle");
        assertThat(
                        move(
                                        "/agenda/tournees/" + id,
                                        stops(id).stream()
                                                .filter(s -> s.patient().equals(auby.value()))
                                                .findFirst()
                                                .orElseThrow()
                                                .id(),
                                        version(page(id)),
                                        WEDNESDAY,
                                        own.alice,
                                        "",
                                        422)
                                .select("#to-error")
                                .text())
                .contains("pas dans les secteurs de cette personne");
        // interrupted while computing: it goes on with what it had
        cast.in(
                own.id,
                () ->
                        sql.sql("update planning.proposal set state = 'CALCUL' where id = :id")
                                .param("id", id)
                                .update());
        work.run(own.id, id);
        assertThat(page(id).text()).contains("À relire");
        work.run(own.id, id); // asked twice, done once
        assertThat(stops(id)).hasSize(2);
    }

    @Test
    void the_second_evaluation_of_an_urgency_is_a_visit_before_its_hour_unless_somebody_relays_it()
            throws Exception {
        var urgent = followed("59178", 2);
        var relayed = followed("59178", 2);
        urgency(urgent, null);
        urgency(relayed, "SSIAD de Douai");
        var id = propose(own.alice);
        assertThat(stops(id).stream().map(StopRow::patient)).containsExactly(urgent.value());
        assertThat(page(id).text()).contains("Évaluation d’urgence");
        assertThat(stops(id).getFirst().start())
                .isBeforeOrEqualTo(java.time.Instant.parse("2026-06-04T08:00:00Z"));
    }

    @Test
    void a_visit_keeps_its_hour_on_the_wall_on_both_sides_of_a_change_of_clocks() throws Exception {
        for (var friday : List.of(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 10, 23))) {
            clock.goTo(friday.minusDays(1).atTime(8, 0));
            var monday = friday.plusDays(3);
            var person = followed("59178", 2);
            ask(own.alice, person, monday.toString(), 60);
            var id = ask(friday, monday, own.alice);
            work.run(own.id, id);
            var here = "/agenda/tournees/" + id;
            var stop = stops(id).getFirst().id();
            for (var day : List.of(friday, monday)) {
                assertThat(
                                move(here, stop, version(page(id)), day, own.alice, "07:00", 422)
                                        .select("#time-error")
                                        .text())
                        .contains("horaires de travail");
                move(here, stop, version(page(id)), day, own.alice, "10:00", 303);
                var summer = day.getMonthValue() == 3 ? day.equals(monday) : day.equals(friday);
                assertThat(stops(id).getFirst().start())
                        .isEqualTo(
                                day.atTime(summer ? 8 : 9, 0).toInstant(java.time.ZoneOffset.UTC));
                assertThat(page(id).select(".rd-stop").text()).contains("10:00 – 11:00");
            }
            send(own.alice, here + "/accepter", "version", version(page(id)))
                    .andExpect(status().is3xxRedirection());
            assertThat(kept(monday.atTime(10, 0))).isOne();
        }
    }

    private int kept(LocalDateTime at) {
        return cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "select count(*) from agenda.appointment where kind = 'VISITE' and starts_at at time zone 'Europe/Paris' = :at and ends_at - starts_at = interval '1 hour'")
                                .param("at", at)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    @Test
    void what_is_dropped_too_early_says_so_and_proposals_long_past_are_forgotten()
            throws Exception {
        var later = followed("59178", 2);
        send(
                        own.alice,
                        "/dossiers/" + later + "/visite-a-prevoir",
                        "first",
                        "2026-06-10",
                        "due",
                        "2026-06-12")
                .andExpect(status().is3xxRedirection());
        var id = propose(own.alice);
        var here = "/agenda/tournees/" + id;
        var stop = stops(id).getFirst().id();
        assertThat(
                        move(
                                        here,
                                        stop,
                                        version(page(id)),
                                        LocalDate.of(2026, 6, 9),
                                        own.alice,
                                        "",
                                        422)
                                .select("#day-error")
                                .text())
                .contains("premier jour où cette visite a un sens");
        move(here, stop, version(page(id)), LocalDate.of(2026, 6, 10), own.alice, "10:00", 303);
        send(own.alice, here + "/accepter", "version", version(page(id)))
                .andExpect(status().is3xxRedirection());
        assertThat(body(own.alice, "/agenda/tournees"))
                .contains("effacée 90\u00A0jours après son dernier jour");

        // its last day is 16 June: it is there ninety days later, and not the day after
        clock.goTo(LocalDateTime.of(2026, 9, 14, 23, 0));
        forget();
        assertThat(stops(id)).hasSize(1);
        clock.goTo(LocalDateTime.of(2026, 9, 15, 1, 0));
        forget();
        assertThat(stops(id)).isEmpty();
        mvc.perform(get(here).with(user(own.alice))).andExpect(status().isNotFound());
        assertThat(kept(LocalDateTime.of(2026, 6, 10, 10, 0))).as("the agenda stays").isOne();
    }

    private void forget() {
        Tenancy.of(own.id).run(() -> night.forStructure(own.id));
    }

    /// Evaluated once already, the second due on Thursday at ten.
    private void urgency(PatientId patient, @org.jspecify.annotations.Nullable String relay) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        """
                                        with asked as (
                                          insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency)
                                          values (:id, '2026-06-02 06:00+00', 'TELEPHONE', :patient, 'HOPITAL', 'x', 'URGENTE') returning id)
                                        insert into intake.urgency (referral_id, patient_id, opened_at, due24, due48, done24_at, done24_how, relay48)
                                        select id, :patient, '2026-06-02 06:00+00', '2026-06-03 06:00+00', '2026-06-04 08:00+00', '2026-06-02 06:30+00', 'TELEPHONE', :relay
                                          from asked
                                        """)
                                .param("id", UUID.randomUUID())
                                .param("patient", patient.value())
                                .param("relay", relay, java.sql.Types.VARCHAR)
                                .update());
    }

    private PatientId followed(@org.jspecify.annotations.Nullable String commune, int level) {
        var patient = own.patient();
        own.support(patient, level, "2026-01-05", null, null, own.alice, "GERONTOLOGIE", "59178");
        lives(patient, commune);
        return patient;
    }

    private void lives(PatientId patient, @org.jspecify.annotations.Nullable String commune) {
        cast.in(
                own.id,
                () ->
                        sql.sql("update patient.patient set commune_code = :commune where id = :id")
                                .param("commune", commune, java.sql.Types.VARCHAR)
                                .param("id", patient.value())
                                .update());
    }

    private UUID plan(PatientId patient, LocalDate reassess) {
        var support =
                cast.in(
                        own.id,
                        () ->
                                sql.sql(
                                                "select id from casefile.any_support where patient_id = :id")
                                        .param("id", patient.value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var pps = UUID.randomUUID();
        cast.in(
                own.id,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :patient, :support, 1, '2026-03-01 09:00+01', 'Alice')")
                            .param("id", pps)
                            .param("patient", patient.value())
                            .param("support", support)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, place, starts_on)
                                    values (:pps, :pps, :patient, 'SOINS', 'EVALUATION', 'Visite de suivi', 'au domicile', '2026-03-01')
                                    """)
                            .param("pps", pps)
                            .param("patient", patient.value())
                            .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-03-10 09:00+01',
                                           in_force_why = 'AVIS', in_force_by = 'Alice', reassess_on = :day where id = :id
                                    """)
                            .param("day", reassess)
                            .param("id", pps)
                            .update();
                });
        return pps;
    }

    private void visitInPlan(PatientId patient, LocalDate due, LocalDate until) {
        var pps = plan(patient, LocalDate.of(2026, 12, 1));
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        """
                                        insert into followup.occurrence (patient_id, intervention_id, pps_id, title, due_on, due_until, late_after)
                                        values (:patient, :pps, :pps, 'Visite de suivi', :due, :until, :until)
                                        """)
                                .param("patient", patient.value())
                                .param("pps", pps)
                                .param("due", due)
                                .param("until", until)
                                .update());
    }

    private void stay(PatientId patient, LocalDate in, LocalDate out) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into casefile.stay (patient_id, kind, hospital, admitted_on, discharged_on) values (:patient, 'NON_PROGRAMME', 'CH de Douai', :in, :out)")
                                .param("patient", patient.value())
                                .param("in", in)
                                .param("out", out)
                                .update());
    }

    private void away(SignedIn who, LocalDate day) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        """
                                        insert into network.absence (id, member_id, replacement_id, reason, since, until, noted_by, noted_at)
                                        values (gen_random_uuid(), :who, :by, 'CONGE', :day, :day, 'x', now())
                                        """)
                                .param("who", who.member())
                                .param("by", own.head.member())
                                .param("day", day)
                                .update());
    }

    private void meeting(SignedIn who, String start, String end) {
        meeting(who.member(), start, end);
    }

    private void meeting(@org.jspecify.annotations.Nullable UUID who, String start, String end) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into agenda.appointment (kind, member_id, starts_at, ends_at, title) values ('REUNION', :who, cast(:start as timestamptz), cast(:end as timestamptz), 'Réunion')")
                                .param("who", who)
                                .param("start", start)
                                .param("end", end)
                                .update());
    }

    private int appointments() {
        return cast.in(
                own.id,
                () ->
                        sql.sql("select count(*) from agenda.to_come where kind = 'VISITE'")
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    @Autowired Proposals proposals;

    private List<StopRow> stops(UUID id) {
        return cast.in(own.id, () -> proposals.stops(id));
    }

    private void ask(SignedIn who, PatientId patient, String due, int minutes) throws Exception {
        send(
                        who,
                        "/dossiers/" + patient + "/visite-a-prevoir",
                        "due",
                        due,
                        "minutes",
                        String.valueOf(minutes))
                .andExpect(status().is3xxRedirection());
    }

    private UUID ask(SignedIn... whose) throws Exception {
        return ask(WEDNESDAY, LocalDate.of(2026, 6, 16), whose);
    }

    private UUID ask(LocalDate first, LocalDate last, SignedIn... whose) throws Exception {
        var request =
                post("/agenda/tournees")
                        .param("first", first.toString())
                        .param("last", last.toString())
                        .with(csrf())
                        .with(user(own.alice));
        for (var who : whose) request.param("member", who.member().toString());
        var to =
                mvc.perform(request)
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return UUID.fromString(
                java.util.Objects.requireNonNull(to).substring(to.lastIndexOf('/') + 1));
    }

    private UUID propose(SignedIn... whose) throws Exception {
        var id = ask(whose);
        work.run(own.id, id);
        return id;
    }

    private Document page(UUID id) throws Exception {
        return Jsoup.parse(body(own.alice, "/agenda/tournees/" + id));
    }

    private static String version(Document page) {
        return page.select("form[action$=relancer] input[name=version]").val();
    }

    private Document move(
            String here,
            UUID stop,
            String version,
            LocalDate day,
            SignedIn who,
            String time,
            int status)
            throws Exception {
        return sendFor(
                own.alice,
                status,
                here + "/visites/" + stop + "/deplacer",
                "version",
                version,
                "day",
                day.toString(),
                "to",
                who.member().toString(),
                "time",
                time);
    }

    private Document sendFor(SignedIn who, int status, String path, String... fields)
            throws Exception {
        var answer = send(who, path, fields).andReturn().getResponse();
        assertThat(answer.getStatus() / 100 == 3 ? 303 : answer.getStatus())
                .as(path)
                .isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }

    private ResultActions send(SignedIn who, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(user(who));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request);
    }

    private String body(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
