package fr.maillage.careplan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// What is reviewed, asked for and missing: goals graded, aids and their amounts, changes after the
/// submission, and the list of what plans lack.
@IntegrationTest
class PlanReviewTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private UUID coordinator = new UUID(0, 0);

    @AfterEach
    void backToTheSecondOfJune() {
        clock.reset();
    }

    @Test
    @Proves({"REQ-PPS-01", "REQ-PPS-17"})
    void a_reassessment_starts_from_the_last_version_and_says_what_became_of_each_goal()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var first = write(followed);
        send(followed, first + "/soumettre").andExpect(status().is3xxRedirection());
        answer(followed, first, "2026-06-02");
        clock.move(Duration.ofDays(250)); // the reassessment of 1 January has passed
        assertThat(page(followed, "/" + first).text()).contains("À réévaluer");
        send(followed, "", "reason", "Réévaluation").andExpect(status().is3xxRedirection());
        var second = draft(followed);
        save(followed, second, "CONDUITE", "reassess_on", today().plusMonths(6).toString());

        var refused =
                send(followed, second + "/soumettre")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(refused.getResponse().getContentAsString())
                .contains("Notez ce que sont devenus les objectifs", "Marcher dehors");
        var goal = goal(second);
        send(followed, second + "/objectifs/" + goal + "/retirer");
        assertThat(goal(second)).as("a goal that was aimed at is kept").isEqualTo(goal);

        var review = page(followed, "/" + second + "/bilan");
        assertThat(review.text())
                .contains("version 1, en vigueur depuis le 2 juin 2026")
                .contains("Consultation mémoire : 0 sur 1");
        var tag = review.select("input[name=_tag]").val();
        var silent =
                send(
                                followed,
                                second + "/bilan",
                                "_tag",
                                tag,
                                "result-" + goal,
                                "NON_ATTEINT",
                                "why-" + goal,
                                "")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        var again = Jsoup.parse(silent.getResponse().getContentAsString());
        assertThat(again.select("#why-" + goal + "-error").text()).contains("gardé et expliqué");
        assertThat(again.select("#result-" + goal + " option[selected]").val())
                .isEqualTo("NON_ATTEINT");
        send(
                        followed,
                        second + "/bilan",
                        "_tag",
                        tag,
                        "result-" + goal,
                        "NON_ATTEINT",
                        "why-" + goal,
                        "Peur de tomber")
                .andExpect(status().is3xxRedirection());
        send(followed, second + "/bilan", "_tag", tag, "result-" + goal, "ATTEINT")
                .andExpect(status().isConflict());

        send(followed, second + "/soumettre").andExpect(status().is3xxRedirection());
        answer(followed, second, today().toString());
        assertThat(page(followed, "/" + second).select("#partie-3").parents().first().text())
                .contains("Marcher dehors", "Non atteint", "pourquoi : Peur de tomber");
        assertThat(page(followed, "/" + second + "/versions").text())
                .contains("non atteint", "Peur de tomber");
    }

    @Test
    @Proves("REQ-PPS-10")
    void aids_have_a_state_an_exact_amount_and_a_period_and_follow_the_right_of_the_file()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var right = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.entitlement (id, patient_id, kind, state, asked_on, starts_on, ends_on, amount, amount_per)
                                        values (:id, :p, 'APA', 'ACCORDE', '2026-03-01', '2026-05-01', '2027-04-30', 742.53, 'MOIS')
                                        """)
                                .param("id", right)
                                .param("p", followed.patient().value())
                                .update());
        var pps = write(followed);
        send(
                        followed,
                        pps + "/aides",
                        "_tag",
                        "",
                        "title",
                        "Plan d’aide à domicile",
                        "kind",
                        "APA",
                        "right",
                        right.toString())
                .andExpect(status().is3xxRedirection());
        send(followed, pps + "/aides", "_tag", "", "title", "", "kind", "RIEN")
                .andExpect(status().isUnprocessableContent());
        send(followed, pps + "/aides", "_tag", "", "title", "Lit", "kind", "AIDE_TECHNIQUE")
                .andExpect(status().is3xxRedirection());
        send(followed, pps + "/aides", "_tag", "", "title", "Erreur", "kind", "AUTRE")
                .andExpect(status().is3xxRedirection());
        send(followed, pps + "/aides/" + aid(pps, "AUTRE") + "/retirer")
                .andExpect(status().is3xxRedirection());
        send(followed, pps + "/soumettre").andExpect(status().is3xxRedirection());
        answer(followed, pps, "2026-06-02");

        var apa = aid(pps, "APA");
        var bed = aid(pps, "AIDE_TECHNIQUE");
        // the version is in force and does not change: a step stands beside it
        for (var bad :
                List.of(
                        List.of("state", "ACCORDE", "amount", "-5", "per", "MOIS"),
                        List.of("state", "ACCORDE", "amount", "12,345", "per", "MOIS"),
                        List.of("state", "ACCORDE", "amount", "99999999999", "per", "MOIS"),
                        List.of("state", "ACCORDE", "amount", "12", "per", ""),
                        List.of("state", "REFUSE"),
                        List.of(
                                "state",
                                "ACCORDE",
                                "starts_on",
                                "2026-07-01",
                                "ends_on",
                                "2026-06-01"),
                        List.of("state", "ACCORDE", "on_date", "2026-06-03"))) {
            var sent = new java.util.ArrayList<>(bad);
            if (!bad.contains("on_date")) sent.addAll(List.of("on_date", "2026-06-02"));
            send(followed, pps + "/aides/" + bed + "/etapes", sent.toArray(String[]::new))
                    .andExpect(status().isUnprocessableContent());
        }
        send(
                        followed,
                        pps + "/aides/" + bed + "/etapes",
                        "state",
                        "ACCORDE",
                        "on_date",
                        "2026-06-02",
                        "amount",
                        "1 030,07",
                        "per",
                        "UNIQUE",
                        "starts_on",
                        "2026-06-10")
                .andExpect(status().is3xxRedirection());
        send(
                        followed,
                        pps + "/aides/" + apa + "/etapes",
                        "state",
                        "DEMANDE",
                        "on_date",
                        "2026-06-02")
                .andExpect(status().isUnprocessableContent());
        send(
                        followed,
                        pps + "/aides/" + apa + "/etapes",
                        "state",
                        "EN_PLACE",
                        "on_date",
                        "2026-06-02")
                .andExpect(status().is3xxRedirection());

        var shown = page(followed, "/" + pps).select("#partie-3").parents().first().text();
        assertThat(shown)
                .doesNotContain("Erreur")
                .contains("742,53 € par mois", "du 1er mai 2026 au 30 avril 2027", "En place")
                .contains("030,07 €, en une fois", "à partir du 10 juin 2026", "Accordé");
        assertThat(page(followed, "/" + pps + "/aides/" + bed).text()).contains("Claire DUMONT");
        mvc.perform(
                        get(base(followed) + "/" + pps + "/aides/" + bed)
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-PPS-18")
    void what_is_changed_after_the_submission_shows_old_and_new() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = write(followed);
        save(followed, pps, "SOINS", "phases", "Juin");
        assertThat(page(followed, "/" + pps).select("#corrections")).isEmpty();
        send(followed, pps + "/soumettre").andExpect(status().is3xxRedirection());
        send(followed, pps + "/reprendre").andExpect(status().is3xxRedirection());
        save(followed, pps, "SOINS", "phases", "Juillet");
        send(followed, pps + "/soumettre").andExpect(status().is3xxRedirection());

        var change = page(followed, "/" + pps).select("#corrections li");
        assertThat(change).hasSize(1);
        assertThat(change.select("del").text()).isEqualTo("Juin");
        assertThat(change.select("ins").text()).isEqualTo("Juillet");
        assertThat(change.text()).contains("Claire DUMONT", "Phases du traitement");
        assertThat(
                        Jsoup.parse(
                                        mvc.perform(get("/avis/" + pps).with(user(cast.drMorel)))
                                                .andReturn()
                                                .getResponse()
                                                .getContentAsString())
                                .select("#corrections li")
                                .text())
                .contains("Juin", "Juillet");
    }

    @Test
    @Proves("REQ-PPS-13")
    void each_plan_and_the_team_see_what_is_missing_with_the_place_to_fill_it() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        alone(followed);
        assertThat(gaps(followed))
                .contains("Le plan n’est pas commencé", "Aucune évaluation terminée");
        send(followed, "").andExpect(status().is3xxRedirection());
        var pps = draft(followed);
        assertThat(gaps(followed))
                .contains("Aucun objectif", "Aucune intervention", "Aucune date de réévaluation");
        var link =
                page(followed, "/" + pps).select("details a:contains(Aucun objectif)").attr("href");
        assertThat(link).isEqualTo(base(followed) + "/" + pps + "/modifier#objectifs");
        assertThat(page(followed, "/" + pps + "/modifier").select("#objectifs")).hasSize(1);

        fill(followed, pps);
        assertThat(gaps(followed))
                .contains("Une intervention n’a pas d’acteur", "Le brouillon n’est pas soumis")
                .doesNotContain("Aucun objectif", "Aucune intervention", "réévaluation");
        send(followed, pps + "/soumettre").andExpect(status().is3xxRedirection());
        assertThat(gaps(followed)).contains("Le médecin traitant n’a pas donné son avis");
        answer(followed, pps, "2026-06-02");
        assertThat(gaps(followed))
                .contains("Le plan n’est pas remis à la personne")
                .doesNotContain("avis");
        var asked = list("?manque=handing&");
        assertThat(asked.select("tbody tr a[data-open]").eachAttr("href"))
                .contains(base(followed) + "/" + pps);
        assertThat(list("?manque=plan&").select("tbody tr a[data-open]").eachAttr("href"))
                .doesNotContain(base(followed) + "/" + pps);
        mvc.perform(get("/plans/a-completer").with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
    }

    /// Followed by somebody who follows nobody else: the list is cut, and Claire follows hundreds.
    private void alone(Followed followed) {
        coordinator = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into network.team_member (id, family_name, given_name, function, since) values (:id, 'SEULE', 'Anne', 'COORDINATOR', '2020-01-01')")
                            .param("id", coordinator)
                            .update();
                    return sql.sql("update casefile.support set coordinator_id = :c where id = :id")
                            .param("c", coordinator)
                            .param("id", followed.support())
                            .update();
                });
    }

    /// What the list of the team says of one person.
    private String gaps(Followed followed) throws Exception {
        return list("?").select("tbody tr:has(a[href*=" + followed.patient() + "])").text();
    }

    private Document list(String query) throws Exception {
        return Jsoup.parse(
                mvc.perform(
                                get("/plans/a-completer" + query + "qui=" + coordinator)
                                        .with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private UUID write(Followed followed) throws Exception {
        send(followed, "").andExpect(status().is3xxRedirection());
        var pps = draft(followed);
        fill(followed, pps);
        return pps;
    }

    private void fill(Followed followed, UUID pps) throws Exception {
        save(followed, pps, "CONDUITE", "reassess_on", "2027-01-01");
        send(
                        followed,
                        pps + "/objectifs",
                        "_tag",
                        "",
                        "title",
                        "Marcher dehors",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "MEDICAL")
                .andExpect(status().is3xxRedirection());
        send(
                        followed,
                        pps + "/interventions",
                        "_tag",
                        "",
                        "title",
                        "Consultation mémoire",
                        "type",
                        "CONSULTATION",
                        "starts_on",
                        "2026-06-10",
                        "goal",
                        goal(pps).toString())
                .andExpect(status().is3xxRedirection());
    }

    private void save(Followed followed, UUID pps, String section, String field, String value)
            throws Exception {
        var tag =
                Objects.requireNonNull(
                                page(followed, "/" + pps + "/modifier")
                                        .selectFirst("form[action$=/sections/" + section + "]"))
                        .select("input[name=_tag]")
                        .val();
        send(followed, pps + "/sections/" + section, "_tag", tag, field, value)
                .andExpect(status().is3xxRedirection());
    }

    private void answer(Followed followed, UUID pps, String day) throws Exception {
        send(
                        followed,
                        pps + "/avis",
                        "opinion",
                        "VALIDE",
                        "given_by",
                        "Dr Anne MOREL",
                        "given_on",
                        day,
                        "channel",
                        "COURRIER")
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions send(Followed followed, String path, String... fields) throws Exception {
        var request =
                post(base(followed) + (path.isEmpty() ? "" : "/" + path))
                        .with(user((SignedIn) cast.claireCoordinator))
                        .with(csrf());
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return mvc.perform(request);
    }

    private Document page(Followed followed, String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(base(followed) + path).with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String base(Followed followed) {
        return "/dossiers/" + followed.patient() + "/pps";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private UUID draft(Followed followed) {
        return id(
                "select id from careplan.pps where status = 'BROUILLON' and patient_id = :id",
                followed.patient().value());
    }

    private UUID goal(UUID pps) {
        return id("select goal_id from careplan.goal where pps_id = :id", pps);
    }

    private UUID aid(UUID pps, String kind) {
        return id(
                "select aid_id from careplan.aid where pps_id = :id and kind = '" + kind + "'",
                pps);
    }

    private UUID id(String question, UUID of) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(question)
                                .param("id", of)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }
}
