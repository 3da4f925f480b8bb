package fr.maillage.casefile.internal.whosees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.PaperCheck;
import fr.maillage.testing.TestWorld.Cast;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of who sees what tells what the pages answer: each cell is asked for real.
@IntegrationTest
class WhoSeesTest {

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired MockMvc mvc;

    @Autowired HandlerRules rules;

    @BeforeEach
    void today() {
        clock.reset();
    }

    private Document page() throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/reglages/equipe/qui-voit-quoi").with(user(cast.helenHead)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private int status(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse().getStatus();
    }

    private Map<Role, SignedIn> people() {
        return Map.of(
                Role.SECRETARY, cast.sophieSecretary,
                Role.COORDINATOR, cast.claireCoordinator,
                Role.DOCTOR, cast.doctorOfTheTeam,
                Role.HEAD, cast.helenHead);
    }

    @Test
    void each_part_of_a_file_opens_to_whom_the_table_says() throws Exception {
        var id = cast.newFollowed(cast.douai, 2, 20).patient().value();
        var addresses =
                Map.of(
                        "SYNTHESE", "/dossiers/" + id,
                        "IDENTITE", "/dossiers/" + id + "/identite",
                        "DROITS", "/dossiers/" + id + "/droits",
                        "CERCLE", "/dossiers/" + id + "/cercle",
                        "DOCUMENTS", "/dossiers/" + id + "/documents",
                        "LIGNE_DE_VIE", "/dossiers/" + id + "/ligne-de-vie",
                        "EVALUATIONS", "/dossiers/" + id + "/evaluations",
                        "PPS", "/dossiers/" + id + "/pps",
                        "SUIVI", "/dossiers/" + id + "/suivi");
        var page = page();
        var wrong = new ArrayList<String>();
        for (var address : addresses.entrySet()) {
            var cells = page.select("tr[data-key=" + address.getKey() + "] td");
            assertThat(cells).hasSize(Role.values().length);
            for (var person : people().entrySet()) {
                var said = !cells.get(person.getKey().ordinal()).text().equals("–");
                var answer = status(person.getValue(), address.getValue());
                if (said != (answer == 200))
                    wrong.add(person.getKey() + " " + address.getKey() + " " + said + " " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Of those their role lets in, only who was named to a charge: keeper of the register.
    private static final Set<String> NAMED = Set.of("/evenements/registre.csv");

    @Test
    void each_page_answers_as_its_row_says() throws Exception {
        var roles = new java.util.HashMap<>(people());
        roles.put(Role.PROFESSIONAL, cast.nurseLucie);
        roles.put(Role.AGENCY, cast.agencyOfficer);
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var rule : rules.all()) {
            if (!rule.reads() || rule.path().contains("{") || NAMED.contains(rule.path())) continue;
            for (var person : roles.entrySet()) {
                asked++;
                var answer = status(person.getValue(), rule.path());
                var refused = answer == 404 || answer == 403;
                if (rule.roles().contains(person.getKey()) == refused && answer != 400)
                    wrong.add(person.getKey() + " " + rule.path() + " " + answer);
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_has_a_column_a_role_and_the_people_who_hold_them() throws Exception {
        var page = page();
        assertThat(page.select("table.table-rights").first().select("thead th").eachText())
                .containsExactlyElementsOf(
                        java.util.stream.Stream.concat(
                                        List.of("Quoi").stream(),
                                        Arrays.stream(Role.values()).map(Role::label))
                                .toList());
        assertThat(page.select("tr[data-key=PPS] td").get(Role.SECRETARY.ordinal()).text())
                .isEqualTo("–");
        assertThat(page.select("tr[data-key=PPS] td").get(Role.PROFESSIONAL.ordinal()).text())
                .contains("soins", "médical")
                .doesNotContain("tâches");
        assertThat(page.text()).contains("Claire DUMONT", "consultations tracées en 30 jours");
        assertThat(
                        page.select("tr[data-key^='GET /reglages/equipe'] td")
                                .get(Role.COORDINATOR.ordinal())
                                .text())
                .isEqualTo("–");
        assertThat(status(cast.claireCoordinator, "/reglages/equipe/qui-voit-quoi")).isEqualTo(404);
    }

    @Test
    void the_paper_for_the_officer_is_an_archive_read_aloud_and_says_the_same() throws Exception {
        var paper =
                mvc.perform(get("/reglages/equipe/qui-voit-quoi.pdf").with(user(cast.helenHead)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        PaperCheck.assertArchiveReadAloud(paper);
        try (var document = org.apache.pdfbox.Loader.loadPDF(paper)) {
            var words =
                    new org.apache.pdfbox.text.PDFTextStripper()
                            .getText(document)
                            .replaceAll("\\s+", " ");
            assertThat(words).contains("Plan personnalisé de santé", "Claire DUMONT");
        }
        assertThat(status(cast.claireCoordinator, "/reglages/equipe/qui-voit-quoi.pdf"))
                .isEqualTo(404);
    }
}
