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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

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

    private Document page() throws Exception {
        return Jsoup.parse(
                mvc.perform(get(HERE).with(user(cast.helenHead)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private MockHttpServletResponse send(String path, Map<String, String> form) throws Exception {
        var request = post(path).with(user(cast.helenHead)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    @Proves({"REQ-DIRECTORY-04", "REQ-DIRECTORY-08"})
    void joining_status_and_a_voluntary_exit_with_its_reason() throws Exception {
        assertThat(
                        send(
                                        HERE,
                                        Map.of(
                                                "name", name,
                                                "profession", "Médecin généraliste",
                                                "status", "LIBERAL",
                                                "joinedOn", "2024-03-01"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(page().select("tr:contains(" + name + ")").text())
                .contains("Libéral", "1er mars 2024");
        var id = page().select("#qui option:contains(" + name + ")").val();
        var silent =
                send(
                        HERE + "/sortie",
                        Map.of("qui", id, "leftHow", "VOLONTAIRE", "leftOn", "2026-06-01"));
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(silent.getContentAsString()).contains("avec sa raison");
        assertThat(
                        send(
                                        HERE + "/sortie",
                                        Map.of(
                                                "qui",
                                                id,
                                                "leftHow",
                                                "RETRAITE",
                                                "leftOn",
                                                "2024-02-01"))
                                .getStatus())
                .as("before joining")
                .isEqualTo(422);
        send(
                HERE + "/sortie",
                Map.of(
                        "qui", id,
                        "leftHow", "VOLONTAIRE",
                        "leftOn", "2026-06-01",
                        "leftWhy", "trop de réunions"));
        assertThat(page().select("tr:contains(" + name + ")").text())
                .contains("Sortie volontaire", "trop de réunions");
        assertThat(page().select("#qui option:contains(" + name + ")")).isEmpty();
    }

    @Test
    @Proves("REQ-DIRECTORY-05")
    void somebody_who_did_not_join_is_outside_the_network() throws Exception {
        send(HERE, Map.of("name", name, "profession", "Infirmier", "status", "SALARIE"));
        assertThat(page().select("section[aria-labelledby=dehors]").text())
                .contains(name, "Salarié");
        var wrong =
                send(
                        HERE,
                        Map.of("name", name, "profession", "x", "status", "PIRATE", "rpps", "123"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.getContentAsString()).select("#rpps-error").text())
                .contains("RPPS");
        assertThat(
                        mvc.perform(get(HERE).with(user(cast.sophieSecretary)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }
}
