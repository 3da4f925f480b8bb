package fr.maillage.guidance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.casefile.LevelAdvice.Advice;
import fr.maillage.casefile.LevelAdvice.Criterion;
import fr.maillage.casefile.LevelAdvice.Standing;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Level and intensity advised from the guide's criteria, and what somebody decides beside it.
@IntegrationTest
class ComplexityTest {

    @Autowired Complexity complexity;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    private int status;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    /// Somebody evaluated in whom nothing was found.
    private static Facts nothing() {
        var facts = new Facts();
        facts.known("constats");
        facts.known("constatsSeveres");
        facts.add("pathologies", 0, "0 pathologie");
        facts.add("pathologiesSeveres", 0, null);
        facts.add("ald", 0, null);
        facts.add("sejoursNonProgrammes", 0, null);
        facts.add("intervenants", 1, "1 intervenant");
        facts.add("vulnerabilite", false, null);
        return facts;
    }

    private static Standing standing(Advice advice, String label) {
        return advice.criteria().stream()
                .filter(c -> c.label().startsWith(label))
                .map(Criterion::standing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_found_advises_level_0_and_says_which_criteria_are_not_filled() {
        var advice = complexity.advice(nothing());

        assertThat(advice.level()).isZero();
        assertThat(advice.criteria())
                .hasSize(6)
                .extracting(Criterion::standing)
                .containsOnly(Standing.DOES_NOT);
    }

    @Test
    void what_nobody_asked_is_not_a_no() {
        var facts = new Facts();
        facts.add("pathologies", 0, null);

        assertThat(standing(complexity.advice(facts), "Pratiques")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void one_criterion_is_a_risk_two_are_complex_for_a_short_term() {
        var one = nothing();
        one.add("constats", "observance", "Observance insuffisante");
        assertThat(complexity.advice(one))
                .returns(1, Advice::level)
                .returns("PONCTUEL", Advice::intensity);

        one.add("constats", "isolement", "Isolement social");
        assertThat(complexity.advice(one))
                .returns(2, Advice::level)
                .returns("SOUTENU", Advice::intensity);
    }

    @Test
    void medical_and_social_criteria_that_last_are_level_3() {
        var facts = new Facts();
        facts.known("constatsSeveres");
        facts.add("constats", "isolement", "Isolement social");
        facts.add("sejoursNonProgrammes", 2, "2 séjours non programmés en douze mois");

        var advice = complexity.advice(facts);

        assertThat(advice).returns(3, Advice::level).returns("SOUTENU", Advice::intensity);
        assertThat(advice.criteria())
                .filteredOn(c -> c.standing() == Standing.HOLDS)
                .flatExtracting(Criterion::because)
                .containsExactly("2 séjours non programmés en douze mois", "Isolement social");

        var fewer = new Facts();
        fewer.add("constats", "isolement", "Isolement social");
        fewer.add("sejoursNonProgrammes", 1, "1 séjour non programmé en douze mois");
        assertThat(complexity.advice(fewer).level()).isEqualTo(1);
    }

    @Test
    void three_criteria_and_a_heavy_loss_of_autonomy_suggest_case_management() {
        assertThat(heavy("2").intensity()).isEqualTo("INTENSIF");
        assertThat(heavy("3").intensity()).isEqualTo("SOUTENU"); // GIR 3: coordination
        assertThat(heavy("3").level()).isEqualTo(3);
        assertThat(heavy("2").why()).contains("gestion de cas");
    }

    private Advice heavy(String gir) {
        var facts = new Facts();
        facts.known("constatsSeveres");
        facts.add("pathologies", 3, "3 pathologies");
        facts.add("intervenants", 4, "4 intervenants");
        facts.add("constats", "isolement", "Isolement social");
        facts.add("gir", new BigDecimal(gir), "GIR " + gir);
        return complexity.advice(facts);
    }

    // ── through the page ──

    private Document send(MockHttpServletRequestBuilder request) throws Exception {
        var response =
                mvc.perform(request.with(user(cast.claireCoordinator)).with(csrf()))
                        .andReturn()
                        .getResponse();
        status = response.getStatus();
        var to = response.getRedirectedUrl();
        return Jsoup.parse(to != null ? to : response.getContentAsString(StandardCharsets.UTF_8));
    }

    private Document level(Followed followed) throws Exception {
        return send(get("/dossiers/{p}/niveau", followed.patient()));
    }

    private void evaluated(Followed followed) throws Exception {
        var begun =
                send(post("/dossiers/{p}/evaluations", followed.patient())
                                .param("questionnaire", "evaluation-multidimensionnelle"))
                        .text();
        send(
                post(begun)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("geste", "terminer")
                        .param("incomplete", "true")
                        .param("onDate", LocalDate.now(clock).toString())
                        .param("setting", "DOMICILE")
                        .param("r.cadre.date", LocalDate.now(clock).toString())
                        .param("r.cadre.lieu", "domicile")
                        .param("r.medical.observance", "mauvaise")
                        .param("r.social.contacts", "rares"));
        assertThat(status).isEqualTo(302);
    }

    @Test
    void the_page_of_levels_shows_the_advice_and_keeps_it_beside_what_is_decided()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var before = changes(followed);
        assertThat(level(followed).select("#conseil")).isEmpty(); // nothing was evaluated

        evaluated(followed);
        var page = level(followed);
        var advised = page.selectFirst("section[aria-labelledby=conseil]");
        assertThat(advised.text())
                .contains("complexe, court terme", "Appui soutenu", "Deux critères");
        assertThat(advised.select("li:has(.mark.is-due)").eachText())
                .hasSize(2)
                .anyMatch(line -> line.contains("Isolement"))
                .anyMatch(line -> line.contains("Observance"));

        var decided =
                post("/dossiers/{p}/niveau", followed.patient())
                        .param("version", page.select("input[name=version]").val())
                        .param("level", "3")
                        .param("intensity", "INTENSIF")
                        .param("since", LocalDate.now(clock).toString())
                        .param("reason", "Sa fille est partie");
        assertThat(page.select("#level option[selected]").val()).isEqualTo("3");
        send(decided);
        assertThat(status).isEqualTo(302);

        var after = level(followed);
        assertThat(after.select("section[aria-labelledby=histoire] tbody tr").first().text())
                .contains("Appui intensif", "Sa fille est partie", "niveau 2, soutenu");
        assertThat(changes(followed)).isEqualTo(before); // the level itself did not change
    }

    private int changes(Followed followed) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select count(*) from casefile.level_history where patient_id = :p")
                                .param("p", followed.patient().value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    @Test
    void neither_changed_or_an_unknown_intensity_is_refused_and_nothing_typed_is_lost()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var page = level(followed);
        var version = page.select("input[name=version]").val();
        var same =
                send(
                        post("/dossiers/{p}/niveau", followed.patient())
                                .param("version", version)
                                .param("level", "2")
                                .param(
                                        "intensity",
                                        page.select("#intensity option[selected]").val())
                                .param("since", LocalDate.now(clock).toString())
                                .param("reason", "Rien de neuf"));
        assertThat(status).isEqualTo(422);
        assertThat(same.select("#level-error").text()).contains("déjà au niveau");
        assertThat(same.select("[name=reason]").text()).isEqualTo("Rien de neuf");

        var unknown =
                send(
                        post("/dossiers/{p}/niveau", followed.patient())
                                .param("version", version)
                                .param("level", "2")
                                .param("intensity", "ENORME")
                                .param("since", LocalDate.now(clock).toString())
                                .param("reason", "Essai"));
        assertThat(status).isEqualTo(422);
        assertThat(unknown.select("#intensity-error").text()).contains("Choisissez");
    }
}
