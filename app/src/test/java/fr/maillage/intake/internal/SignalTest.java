package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// What a hospital or an institution sees enters as a watch, once the person is informed.
@IntegrationTest
class SignalTest {

    private static final String HERE = "/demandes/signal";

    @Autowired Cast cast;

    @Autowired MockMvc mvc;

    @Autowired JdbcClient sql;

    @Autowired Clock clock;

    @Test
    @Proves({"REQ-ALERTS-04", "REQ-LEVEL-02"})
    void a_signal_of_a_hospital_opens_a_watch_with_a_day_of_review_and_never_more()
            throws Exception {
        var patient = cast.newPatient(cast.douai);
        var today = LocalDate.now(clock);
        var blank = page(get(cast.sophieSecretary, HERE), 200);
        assertThat(blank.select("input[name=signals]")).hasSize(10);
        assertThat(blank.select("#reviewOn").val())
                .as("the setting: 3 months")
                .isEqualTo(today.plusMonths(3).toString());
        assertThat(blank.select("[name=level]")).isEmpty();

        var refused =
                page(
                        post(
                                cast.sophieSecretary,
                                HERE,
                                "patient",
                                patient.toString(),
                                "reviewOn",
                                today.toString()),
                        422);
        assertThat(
                        refused.select(
                                "#signals-error, #theme-error, #reviewOn-error, #agreement-error, #asker-error"))
                .hasSize(5);

        // not informed: a request to inform them first, nothing opened
        var first = note(patient, "PAS_INFORMEE", "level", "3");
        assertThat(support(patient)).isEmpty();
        assertThat(
                        page(get(cast.claireCoordinator, first.getRedirectedUrl()), 200)
                                .select("main")
                                .text())
                .contains("Passages répétés aux urgences", "Chutes répétées");

        // informed and agreeing: level 0, with its review, whatever else is sent
        note(patient, "INFORMEE_ACCORD", "level", "3");
        assertThat(support(patient)).containsExactly("VEILLE 0 non inclus " + today.plusMonths(2));
        // a second signal about somebody watched changes nothing of the watch
        note(patient, "INFORMEE_ACCORD");
        assertThat(support(patient)).hasSize(1);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select channel || ' ' || cardinality(signals) from intake.referral where patient_id = :p")
                                                .param("p", patient.value())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly("REPERAGE 2", "REPERAGE 2", "REPERAGE 2");
        assertThat(
                        page(
                                        post(
                                                cast.sophieSecretary,
                                                HERE + "/recherche",
                                                "subject",
                                                "DURAND"),
                                        200)
                                .select(".suggest"))
                .isNotEmpty();
    }

    @Test
    void somebody_of_an_establishment_tells_and_the_team_checks_who_it_is_about() throws Exception {
        var form = page(get(cast.nurseLucie, HERE), 200);
        assertThat(form.select("[name=theme], [name=reviewOn], [name=subject]"))
                .as("they see nobody's file, and decide nothing")
                .isEmpty();
        assertThat(
                        page(post(cast.nurseLucie, HERE, "birthName", "SIGNAL"), 422)
                                .select(
                                        "#signals-error, #birthName-error, #agreement-error, #askerQuality-error"))
                .hasSize(4);
        var name =
                "SIGNAL-"
                        + java.util
                                .UUID
                                .randomUUID()
                                .toString()
                                .substring(0, 6)
                                .toUpperCase(java.util.Locale.ROOT);
        var sent =
                post(
                        cast.nurseLucie,
                        HERE,
                        "signals",
                        "Fragilité débutante repérée",
                        "signals",
                        "inventé",
                        "birthName",
                        name,
                        "givenNames",
                        "Paule",
                        "sex",
                        "F",
                        "commune",
                        "Douai",
                        "askerQuality",
                        "HOPITAL",
                        "askerStructure",
                        "CH de Douai, gériatrie",
                        "agreement",
                        "INFORMEE_ACCORD");
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(sent.getRedirectedUrl()).as("told nothing of any file").isEqualTo(HERE);
        // whoever has accounts in two structures says which
        page(
                post(
                        cast.drMorel,
                        HERE,
                        "signals",
                        "Aidant épuisé",
                        "birthName",
                        name,
                        "givenNames",
                        "Paule",
                        "askerQuality",
                        "MEDECIN",
                        "agreement",
                        "INFORMEE_ACCORD"),
                422);

        var waiting = page(get(cast.sophieSecretary, "/demandes/en-ligne"), 200);
        var href = waiting.select("a:contains(" + name + ")").attr("href");
        assertThat(href).startsWith(HERE + "?arrivee=");
        var checked = page(get(cast.sophieSecretary, href), 200);
        assertThat(checked.select("input[name=signals][checked]").eachAttr("value"))
                .containsExactly("Fragilité débutante repérée");
        assertThat(checked.select("#asker").val()).isEqualTo("Lucie PETIT");
        var arrival = checked.select("input[name=arrival]").val();
        var done =
                post(
                        cast.sophieSecretary,
                        HERE,
                        "arrival",
                        arrival,
                        "signals",
                        "Fragilité débutante repérée",
                        "asker",
                        "Lucie PETIT",
                        "askerQuality",
                        "HOPITAL",
                        "subject",
                        name + " Paule",
                        "nearSeen",
                        name + " Paule",
                        "patient",
                        "NOUVELLE",
                        "birthName",
                        name,
                        "givenNames",
                        "Paule",
                        "sex",
                        "F",
                        "commune",
                        "Douai",
                        "agreement",
                        "PAS_INFORMEE",
                        "agreementReason",
                        "à rappeler",
                        "theme",
                        "GERONTOLOGIE",
                        "reviewOn",
                        LocalDate.now(clock).plusMonths(1).toString());
        assertThat(done.getRedirectedUrl()).startsWith("/demandes/");
        assertThat(page(get(cast.sophieSecretary, "/demandes/en-ligne"), 200).text())
                .doesNotContain(name);
        assertThat(get(cast.agencyOfficer, HERE).getStatus()).isIn(403, 404);
    }

    @Test
    void the_structure_edits_its_list_of_signals() throws Exception {
        var list = "/reglages/signaux";
        page(post(cast.calaisCoordinator, list, "lines", "x".repeat(201)), 422);
        page(post(cast.calaisCoordinator, list, "lines", "Chien non nourri\n\nVolets clos\n"), 302);
        assertThat(
                        page(get(cast.calaisCoordinator, HERE), 200)
                                .select("input[name=signals]")
                                .eachAttr("value"))
                .containsExactly("Chien non nourri", "Volets clos");
        page(post(cast.calaisCoordinator, list, "lines", ""), 302);
        assertThat(page(get(cast.calaisCoordinator, HERE), 200).select("input[name=signals]"))
                .hasSize(10);
        assertThat(get(cast.sophieSecretary, list).getStatus()).isIn(403, 404);
    }

    private MockHttpServletResponse note(PatientId patient, String agreement, String... more)
            throws Exception {
        var pairs =
                new java.util.ArrayList<>(
                        List.of(
                                "signals",
                                "Passages répétés aux urgences",
                                "signals",
                                "Chutes répétées",
                                "asker",
                                "Urgences du CH de Douai",
                                "askerQuality",
                                "HOPITAL",
                                "patient",
                                patient.toString(),
                                "agreement",
                                agreement,
                                "agreementReason",
                                agreement.equals("PAS_INFORMEE") ? "à rappeler" : "",
                                "theme",
                                "GERONTOLOGIE",
                                "reviewOn",
                                LocalDate.now(clock).plusMonths(2).toString()));
        pairs.addAll(List.of(more));
        var answer = post(cast.sophieSecretary, HERE, pairs.toArray(String[]::new));
        assertThat(answer.getStatus())
                .as(() -> Jsoup.parse(body(answer)).select(".notice, .error, [id$=-error]").text())
                .isEqualTo(302);
        return answer;
    }

    private List<String> support(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select status || ' ' || level || ' ' || coalesce(included_on::text, 'non inclus') || ' ' || watch_review_on from casefile.support where patient_id = :p")
                                .param("p", patient.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private MockHttpServletResponse get(SignedIn who, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(path)).with(user(who)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(SignedIn who, String path, String... pairs)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        return mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document page(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).as(() -> Jsoup.parse(body(answer)).text()).isEqualTo(status);
        return Jsoup.parse(body(answer));
    }
}
