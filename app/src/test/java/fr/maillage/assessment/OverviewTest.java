package fr.maillage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Scores through time and the overview of a person's evaluations, through the pages.
@IntegrationTest
class OverviewTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private int status;

    private Document send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        status = response.getStatus();
        var to = response.getRedirectedUrl();
        return Jsoup.parse(to != null ? to : response.getContentAsString(StandardCharsets.UTF_8));
    }

    private String address(Followed followed, String page) {
        return "/dossiers/" + followed.patient() + "/evaluations/" + page;
    }

    /// Completes the multidimensional evaluation with these answers alone.
    private void evaluated(Followed followed, String where, Map<String, String> answers)
            throws Exception {
        var begun =
                send(
                                cast.claireCoordinator,
                                post("/dossiers/{p}/evaluations", followed.patient())
                                        .param("questionnaire", "evaluation-multidimensionnelle"))
                        .text();
        var sent =
                post(begun)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("geste", "terminer")
                        .param("incomplete", "true")
                        .param("onDate", LocalDate.now(clock).toString())
                        .param("setting", "DOMICILE")
                        .param("r.cadre.date", LocalDate.now(clock).toString())
                        .param("r.cadre.lieu", where)
                        .param("r.cadre.participants", "personne");
        answers.forEach((linkId, value) -> sent.param("r." + linkId, value));
        send(cast.claireCoordinator, sent);
        assertThat(status).isEqualTo(302);
    }

    private static Map<String, String> katz(String each) {
        var answers = new LinkedHashMap<String, String>();
        for (var item :
                new String[] {
                    "hygiene", "habillage", "toilettes", "transferts", "continence", "repas"
                }) answers.put("katz." + item, each);
        return answers;
    }

    @Test
    @Proves("REQ-ASSESS-10")
    void each_score_is_drawn_through_time_with_who_where_and_what_changed() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        evaluated(followed, "domicile", katz("1"));
        clock.goTo(LocalDateTime.of(2026, 9, 2, 9, 0));
        evaluated(followed, "distance", katz("0.5"));

        var page = send(cast.claireCoordinator, get(address(followed, "historique")));

        var katz = page.selectFirst("section[aria-labelledby=s-katz]");
        assertThat(katz.select("svg circle")).hasSize(2);
        assertThat(katz.select("svg .ref + text").eachText()).containsExactly("3");
        var rows = katz.select("tbody tr");
        assertThat(rows).hasSize(2); // the last first
        assertThat(rows.first().text())
                .contains("2 septembre 2026", "−3", "Par téléphone", "Claire");
        assertThat(rows.last().text()).contains("2 juin 2026", "6", "À domicile");
        var move = page.selectFirst("section[aria-labelledby=depuis] li li");
        assertThat(move.text()).contains("6", "→ 3", "s’aggrave");
    }

    @Test
    void the_overview_says_each_domain_what_can_be_relied_on_and_what_the_person_wants()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var answers = katz("0");
        answers.put("medical.appetit", "conserve");
        answers.put("medical.observance", "bonne");
        answers.put("social.contacts", "rares");
        answers.put("projet.personne", "Rester dans sa maison");
        answers.put("projet.refus", "L’hôpital");
        answers.put("projet.proches-qui", "sa fille");
        answers.put("projet.proches", "Une entrée en établissement");
        answers.put("projet.desaccord", "true");
        answers.put("projet.desaccord-precision", "Le lieu de vie");
        evaluated(followed, "domicile", answers);

        var page = send(cast.claireCoordinator, get(address(followed, "synthese")));

        assertThat(standing(page, "Autonomie")).startsWith("Sévère : Katz (ADL)");
        assertThat(standing(page, "Médical")).startsWith("Rien de repéré"); // answered, nothing
        assertThat(standing(page, "Environnement")).startsWith("Non évalué depuis un an");
        assertThat(page.select("section[aria-labelledby=appui] li").eachText())
                .contains("Prend bien son traitement", "Appétit conservé");
        assertThat(page.select("section[aria-labelledby=veut] dd").eachText())
                .anySatisfy(said ->
                        assertThat(said)
                                .contains("Rester dans sa maison", "Ne veut pas : L’hôpital"))
                .contains("Une entrée en établissement");
        assertThat(page.select("section[aria-labelledby=veut]").text())
                .contains("sa fille", "Les voix divergent", "Le lieu de vie");

        // what the team calls it comes before a score as grave
        send(
                cast.claireCoordinator,
                post(address(followed, "problemes"))
                        .param("label", "Ne se lève plus seule")
                        .param("domain", "AUTONOMIE")
                        .param("severity", "SEVERE"));
        page = send(cast.claireCoordinator, get(address(followed, "synthese")));
        assertThat(standing(page, "Autonomie")).startsWith("Sévère : Ne se lève plus seule");

        // a year and a day later nothing of it says how she is
        clock.goTo(LocalDateTime.of(2027, 6, 3, 9, 0));
        page = send(cast.claireCoordinator, get(address(followed, "synthese")));
        assertThat(standing(page, "Médical")).startsWith("Non évalué depuis un an");
    }

    private static String standing(Document page, String domain) {
        return page.select("table.standing tr").stream()
                .filter(row -> row.select("th").text().equals(domain))
                .map(row -> row.select("td").text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void strengths_are_written_in_the_teams_words_and_nobody_overwrites_anybody() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = address(followed, "synthese");

        send(
                cast.claireCoordinator,
                post(address)
                        .param("seen", "")
                        .param("strengths", "Très entourée par ses voisins"));
        assertThat(status).isEqualTo(302);
        var late =
                send(
                        cast.claireCoordinator,
                        post(address).param("seen", "").param("strengths", "Aime le jardin"));

        assertThat(status).isEqualTo(409);
        assertThat(late.select("textarea").text()).isEqualTo("Aime le jardin");
        assertThat(late.select("[role=alert]").text()).contains("Très entourée par ses voisins");
        var again =
                send(
                        cast.claireCoordinator,
                        post(address)
                                .param("seen", late.select("input[name=seen]").val())
                                .param("strengths", "Aime le jardin"));
        assertThat(status).isEqualTo(302);
        assertThat(again.text()).endsWith("/evaluations/synthese");

        var long_ =
                send(cast.claireCoordinator, post(address).param("strengths", "a".repeat(2001)));
        assertThat(status).isEqualTo(422);
        assertThat(long_.select("#strengths-error").text()).contains("2 000 caractères");
        assertThat(long_.select("textarea").text()).hasSize(2001);

        send(cast.sophieSecretary, get(address));
        assertThat(status).isEqualTo(404); // no health content for the secretary
    }
}
