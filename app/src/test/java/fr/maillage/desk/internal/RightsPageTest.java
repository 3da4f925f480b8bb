package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class RightsPageTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Test
    void what_is_missing_is_said_until_it_is_recorded() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        assertThat(page(patient).select(".notice.is-due").text())
                .contains("L’accord à l’accompagnement n’est pas recueilli")
                .contains("pas encore informée du partage");

        send(
                patient,
                "accompagnement",
                302,
                Map.of(
                        "state",
                        "DONNE",
                        "givenOn",
                        "01/06/2026",
                        "form",
                        "ORAL",
                        "givenBy",
                        "PERSONNE"));
        send(
                patient,
                "partage",
                302,
                Map.of(
                        "state",
                        "DONNE",
                        "givenOn",
                        "01/06/2026",
                        "form",
                        "ORAL",
                        "givenBy",
                        "PERSONNE"));

        var page = page(patient);
        assertThat(page.select(".notice.is-due")).isEmpty();
        assertThat(page.select("section[aria-labelledby=accompagnement]").text())
                .contains("donné, le 1er juin 2026, par la personne, de vive voix");
    }

    @Test
    void an_act_incomplete_is_refused_with_its_sentence_and_what_was_typed() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var page =
                send(
                        patient,
                        "accompagnement",
                        422,
                        Map.of(
                                "state",
                                "HORS_D_ETAT",
                                "givenOn",
                                "04/06/2026",
                                "form",
                                "REPRESENTANT",
                                "givenBy",
                                "REPRESENTANT",
                                "scope",
                                "Retour à domicile"));
        assertThat(page.select("#givenOn-error").text()).contains("dans le futur");
        assertThat(page.select("#representative-error").text()).contains("nom du représentant");
        assertThat(page.select("#reason-error").text()).contains("Dites pourquoi");
        assertThat(page.select("#scope").val()).isEqualTo("Retour à domicile");
        assertThat(page.select("input[name=state][checked]").val()).isEqualTo("HORS_D_ETAT");
    }

    @Test
    @Proves("REQ-RIGHTS-02")
    void the_person_closes_the_file_to_one_professional_at_any_time_and_opens_it_again()
            throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var doctor =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from casefile.circle where patient_id = :id")
                                        .param("id", patient.value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        mvc.perform(get("/dossiers/{id}", patient.value()).with(user(cast.drMorel)))
                .andExpect(status().isOk());

        send(
                patient,
                "partage",
                302,
                Map.of(
                        "state",
                        "OPPOSITION_PARTIELLE",
                        "opposedTo",
                        doctor.toString(),
                        "givenOn",
                        "02/06/2026",
                        "form",
                        "ORAL",
                        "givenBy",
                        "PERSONNE"));
        send(
                patient,
                "partage",
                302,
                Map.of(
                        "state",
                        "DONNE",
                        "givenOn",
                        "02/06/2026",
                        "form",
                        "ORAL",
                        "givenBy",
                        "PERSONNE"));
        mvc.perform(get("/dossiers/{id}", patient.value()).with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
        assertThat(page(patient).select(".notice.is-late").text())
                .contains("Partage avec Dr Anne MOREL, depuis le 2 juin 2026");

        send(
                patient,
                "partage",
                302,
                Map.of(
                        "state",
                        "LEVEE",
                        "opposedTo",
                        doctor.toString(),
                        "givenOn",
                        "02/06/2026",
                        "form",
                        "TELEPHONE",
                        "givenBy",
                        "PERSONNE"));
        mvc.perform(get("/dossiers/{id}", patient.value()).with(user(cast.drMorel)))
                .andExpect(status().isOk());
    }

    @Test
    @Proves("REQ-RIGHTS-02")
    void an_opposition_to_all_sharing_closes_the_file_to_the_whole_circle() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        send(
                patient,
                "partage",
                302,
                Map.of(
                        "state",
                        "OPPOSITION",
                        "givenOn",
                        "02/06/2026",
                        "form",
                        "ECRIT",
                        "givenBy",
                        "PERSONNE"));
        mvc.perform(get("/dossiers/{id}", patient.value()).with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/dossiers/{id}", patient.value()).with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
    }

    @Test
    @Proves({"REQ-RIGHTS-10", "REQ-RIGHTS-11"})
    void information_on_the_dmp_and_on_a_cooperation_protocol_is_recorded() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        for (var slug : java.util.List.of("dmp", "protocole")) {
            send(
                    patient,
                    slug,
                    302,
                    Map.of(
                            "state",
                            "DONNE",
                            "givenOn",
                            "02/06/2026",
                            "form",
                            "ORAL",
                            "givenBy",
                            "PERSONNE"));
            assertThat(page(patient).select("section[aria-labelledby=" + slug + "]").text())
                    .contains("informée, le 2 juin 2026");
        }
    }

    @Test
    void a_form_sent_twice_is_one_line() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var once = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            send(
                    patient,
                    "accompagnement",
                    302,
                    Map.of(
                            "state",
                            "DONNE",
                            "givenOn",
                            "01/06/2026",
                            "form",
                            "ORAL",
                            "givenBy",
                            "PERSONNE",
                            "_once",
                            once));
        }
        assertThat(page(patient).select("section[aria-labelledby=accompagnement] li")).hasSize(1);
    }

    @Test
    void another_structure_s_person_does_not_exist_here() throws Exception {
        var theirs = cast.newFollowed(cast.calais, 2, 10).patient();
        mvc.perform(get("/dossiers/{id}/droits", theirs.value()).with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        send(theirs, "accompagnement", 404, Map.of("state", "DONNE"));
        mvc.perform(
                        get(
                                        "/dossiers/{id}/droits/inconnu",
                                        cast.newFollowed(cast.douai, 2, 1).patient().value())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    private Document send(PatientId patient, String slug, int expected, Map<String, String> form)
            throws Exception {
        var request =
                post("/dossiers/{id}/droits/{slug}", patient.value(), slug)
                        .with(user(cast.claireCoordinator))
                        .with(csrf());
        form.forEach(request::param);
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(status().is(expected))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private Document page(PatientId patient) throws Exception {
        return Jsoup.parse(
                mvc.perform(
                                get("/dossiers/{id}/droits", patient.value())
                                        .with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
