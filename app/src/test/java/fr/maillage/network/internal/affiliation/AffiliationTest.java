package fr.maillage.network.internal.affiliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Professionals join the network, stay outside it, and leave it, each with their status.
@IntegrationTest
class AffiliationTest {

    private static final String HERE = "/reglages/professionnels";

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired MockMvc mvc;

    private final String name = "Dr Rose " + UUID.randomUUID();

    @BeforeEach
    void today() {
        clock.reset();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(cast.helenHead)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    /// The line of this test's professional where they stand; everything else is on other pages.
    private Element line(String standing) throws Exception {
        for (int n = 0; n < 20; n++) {
            var page = page(HERE + "?etat=" + standing + "&page=" + n);
            var found = page.select("tr:contains(" + name + ")").first();
            if (found != null) return found;
            if (page.select("nav[aria-label=Pages] a:contains(Suivants)").isEmpty()) break;
        }
        return new Element("tr");
    }

    private MockHttpServletResponse send(String path, Map<String, String> form) throws Exception {
        var request = post(path).with(user(cast.helenHead)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    @Proves({"REQ-DIRECTORY-04", "REQ-DIRECTORY-08"})
    void joining_status_and_a_voluntary_exit_with_its_reason() throws Exception {
        var joined =
                send(
                        HERE,
                        Map.of(
                                "name", name,
                                "profession", "Médecin généraliste",
                                "status", "LIBERAL",
                                "joinedOn", "2024-03-01"));
        assertThat(joined.getStatus()).isEqualTo(302);
        assertThat(line("MEMBRES").text()).contains("Libéral", "1er mars 2024");
        var address = line("MEMBRES").select("a").attr("href");

        var silent =
                send(address + "/sortie", Map.of("leftHow", "VOLONTAIRE", "leftOn", "2026-06-01"));
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(silent.getContentAsString()).contains("avec sa raison");
        var early =
                send(address + "/sortie", Map.of("leftHow", "RETRAITE", "leftOn", "2024-02-01"));
        assertThat(early.getStatus()).as("before joining").isEqualTo(422);

        var exit =
                Map.of(
                        "leftHow", "VOLONTAIRE",
                        "leftOn", "2026-06-01",
                        "leftWhy", "trop de réunions");
        assertThat(send(address + "/sortie", exit).getStatus()).isEqualTo(302);
        assertThat(line("SORTIS").text()).contains("Sortie volontaire", "trop de réunions");
        assertThat(line("MEMBRES").text()).isEmpty();
        assertThat(page(HERE + "?etat=SORTIS").text()).contains("de leur fait");
        assertThat(send(address + "/sortie", exit).getStatus()).as("gone already").isEqualTo(422);
    }

    @Test
    @Proves("REQ-DIRECTORY-05")
    void somebody_who_did_not_join_is_outside_the_network_and_may_join_later() throws Exception {
        send(HERE, Map.of("name", name, "profession", "Infirmier", "status", "SALARIE"));
        assertThat(line("EXTERIEURS").text()).contains("Salarié");
        var address = line("EXTERIEURS").select("a").attr("href");
        assertThat(page(address).select("form[action$=sortie]")).as("never joined").isEmpty();
        assertThat(send(address + "/adhesion", Map.of("joinedOn", "2026-06-02")).getStatus())
                .isEqualTo(302);
        assertThat(line("MEMBRES").text()).contains("2 juin 2026");
        assertThat(send(address + "/adhesion", Map.of("joinedOn", "2026-06-02")).getStatus())
                .isEqualTo(422);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_only_the_head_reads_the_list()
            throws Exception {
        var wrong =
                send(
                        HERE,
                        Map.of("name", name, "profession", "x", "status", "PIRATE", "rpps", "123"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        var shown = Jsoup.parse(wrong.getContentAsString());
        assertThat(shown.select("#rpps-error").text()).contains("RPPS");
        assertThat(shown.select("#name").val()).isEqualTo(name);
        for (var path : List.of(HERE, HERE + "/" + UUID.randomUUID()))
            assertThat(
                            mvc.perform(get(path).with(user(cast.sophieSecretary)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(404);
        assertThat(
                        mvc.perform(get(HERE + "/" + UUID.randomUUID()).with(user(cast.helenHead)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }
}
