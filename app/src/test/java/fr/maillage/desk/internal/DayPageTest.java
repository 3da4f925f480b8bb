package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.net.URI;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// « Ma journée »: each count is the length of the list it opens, and a gesture takes its row away.
@IntegrationTest
class DayPageTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    @Proves("REQ-FOLLOWUP-12")
    void a_count_is_the_length_of_the_list_it_opens() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        alert(odette, "ACTE_NON_FAIT", "2026-05-10", 93);
        alert(odette, "REEVALUATION", "2026-06-20", 40);
        task(odette, "RAPPEL");
        task(odette, "TACHE");

        var page = day(cast.claireCoordinator, "?tout=1");

        assertThat(page.select(".tile")).hasSizeGreaterThanOrEqualTo(6);
        for (var tile : page.select(".tile")) {
            var list =
                    day(
                            cast.claireCoordinator,
                            tile.attr("href").replace("/journee", "") + "&tout=1");
            assertThat(list.select("[data-row]"))
                    .as(tile.text())
                    .hasSize(Integer.parseInt(tile.select("b").text()));
        }
        assertThat(page.select("[data-row]").text()).contains("En retard 23 j");
        assertThat(page.select("[data-row] [data-key=f]")).isNotEmpty();
    }

    @Test
    void a_gesture_closes_the_alert_and_comes_back_to_the_same_list() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var alert = alert(odette, "SANS_CONTACT", "2026-05-30", 53);
        mvc.perform(
                        post("/alertes/" + alert + "/report")
                                .param("jours", "7")
                                .param("retour", "/journee?filtre=alertes")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/journee?filtre=alertes"));
        assertThat(day(cast.claireCoordinator, "?tout=1").html()).doesNotContain(alert.toString());
        mvc.perform(
                        post("/alertes/" + alert + "/report")
                                .param("jours", "7")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().is4xxClientError());
        mvc.perform(
                        post("/alertes/" + alert + "/relance")
                                .with(csrf())
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_secretary_sees_calls_and_requests_and_no_alert() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var alert = alert(odette, "ACTE_NON_FAIT", "2026-05-10", 93);
        var call = task(odette, "RAPPEL");
        var page = day(cast.sophieSecretary, "?tout=1");
        assertThat(page.html()).contains(call.toString()).doesNotContain(alert.toString());
        assertThat(page.select(".tile")).hasSize(3);
    }

    @Test
    void a_colleague_s_day_is_seen_during_an_absence_and_another_structure_s_never()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var alert = alert(odette, "ACTE_NON_FAIT", "2026-05-10", 93);
        var membre = cast.claireCoordinator.member();
        assertThat(day(cast.karimCoordinator, "?tout=1").html()).doesNotContain(alert.toString());
        assertThat(day(cast.karimCoordinator, "?tout=1&membre=" + membre).html())
                .contains(alert.toString());
        assertThat(day(cast.calaisCoordinator, "?tout=1&membre=" + membre).html())
                .doesNotContain(alert.toString());
        mvc.perform(get("/journee").with(user(cast.agencyOfficer)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void problems_without_intervention_of_one_person_are_one_row_and_one_gesture()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var jean = cast.newFollowed(cast.douai, 2, 30);
        var rule = "PROBLEME_SANS_INTERVENTION";
        var falls = alert(odette, rule, "2026-05-10", 93, "Problème sans intervention : Chutes");
        var alone = alert(odette, rule, "2026-05-20", 60, "Problème sans intervention : Isolement");
        alert(jean, rule, "2026-05-20", 60, "Problème sans intervention : Dénutrition");

        var rows = day(cast.claireCoordinator, "?tout=1").select("[data-row]");
        var hers = rows.stream().filter(r -> r.html().contains(falls.toString())).toList();
        assertThat(hers).hasSize(1);
        assertThat(hers.getFirst().select(".work-what").text())
                .startsWith("2 problèmes sans intervention : Chutes, Isolement");
        assertThat(hers.getFirst().select("input[name=avec]").eachAttr("value"))
                .containsExactly(alone.toString());
        assertThat(
                        rows.stream()
                                .filter(r ->
                                        r.text()
                                                .contains(
                                                        "Problème sans intervention : Dénutrition")))
                .isNotEmpty();

        var answer =
                mvc.perform(
                                post("/alertes/" + falls + "/suite")
                                        .param("avec", alone.toString())
                                        .param("outcome", "PLUS_D_ACTUALITE")
                                        .with(csrf())
                                        .with(user(cast.claireCoordinator)))
                        .andExpect(redirectedUrl("/journee"))
                        .andReturn()
                        .getFlashMap();
        assertThat(statuses(falls, alone)).containsOnly("CLOSE");
        assertThat(answer.get("toast").toString()).startsWith("2 alertes");
        mvc.perform(
                        post(URI.create(answer.get("undo").toString()))
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/journee"));
        assertThat(statuses(falls, alone))
                .as("taken back together; without a problem behind them the sweep ends them")
                .doesNotContain("CLOSE");
    }

    private List<String> statuses(UUID... alerts) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select status from followup.alert where id = any (:ids)")
                                .param("ids", alerts)
                                .query(String.class)
                                .list());
    }

    private Document day(SignedIn who, String query) throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/journee" + query).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private UUID alert(Followed person, String rule, String due, int urgency) {
        return alert(person, rule, due, urgency, "Rétinographie");
    }

    private UUID alert(Followed person, String rule, String due, int urgency, String title) {
        var id = UUID.randomUUID();
        cast.in(
                person.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into followup.alert (id, rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency)
                                        values (:id, :rule, :subject, :p, :coordinator, :title, :now, cast(:due as date), :urgency)
                                        """)
                                .param("id", id)
                                .param("rule", rule)
                                .param("subject", UUID.randomUUID())
                                .param("p", person.patient().value())
                                .param("coordinator", person.coordinator().member())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("due", due)
                                .param("title", title)
                                .param("urgency", urgency)
                                .update());
        return id;
    }

    private UUID task(Followed person, String kind) {
        var id = UUID.randomUUID();
        cast.in(
                person.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into followup.task (id, patient_id, kind, title, due_on, assigned_to, created_at, created_by) values (:id, :p, :kind, 'Rappeler la fille', '2026-06-02', :m, now(), 'x')
                                        """)
                                .param("id", id)
                                .param("p", person.patient().value())
                                .param("kind", kind)
                                .param("m", person.coordinator().member())
                                .update());
        return id;
    }
}
