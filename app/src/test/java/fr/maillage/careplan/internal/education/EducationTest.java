package fr.maillage.careplan.internal.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
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

/// A programme from its proposal to its evaluation, and workshops of several persons.
@IntegrationTest
class EducationTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    @AfterEach
    void backToTheSecondOfJune() {
        clock.reset();
    }

    @Test
    @Proves({"REQ-ETP-01", "REQ-ETP-03", "REQ-ETP-04"})
    void a_programme_is_proposed_by_the_prescriber_diagnosed_carried_into_the_plan_and_evaluated()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var here = "/dossiers/" + followed.patient() + "/education";
        // the prescribing doctor, the level and who runs it, the attending doctor's request
        assertThat(
                        refusal(
                                here,
                                "title",
                                "Vivre avec son diabète",
                                "level",
                                "COMPLEXE",
                                "run_by",
                                "STRUCTURE",
                                "proposed_on",
                                "2026-06-01"))
                .contains("médecin prescripteur", "à la demande du médecin traitant");
        assertThat(
                        refusal(
                                here,
                                "title",
                                "x",
                                "level",
                                "PREMIER_RECOURS",
                                "run_by",
                                "STRUCTURE",
                                "proposed_by",
                                "Dr Morel",
                                "proposed_on",
                                "2026-06-01",
                                "asked_on",
                                "2026-06-01"))
                .contains("faite par les professionnels de premier recours");
        assertThat(
                        refusal(
                                here,
                                "title",
                                "x",
                                "level",
                                "COMPLEXE",
                                "run_by",
                                "STRUCTURE",
                                "proposed_by",
                                "Dr Morel",
                                "proposed_on",
                                "2026-06-03",
                                "asked_on",
                                "2026-06-01"))
                .contains("Cette date est à venir");
        send(
                        here,
                        "title",
                        "Vivre avec son diabète",
                        "level",
                        "COMPLEXE",
                        "run_by",
                        "STRUCTURE",
                        "proposed_by",
                        "Dr Anne MOREL",
                        "proposed_on",
                        "2026-06-01",
                        "asked_on",
                        "2026-06-01")
                .andExpect(status().is3xxRedirection());
        var id = programme(followed);

        send(here + "/" + id + "/diagnostic", "diagnosis_on", "2026-06-02", "diagnosis", "")
                .andExpect(status().isUnprocessableContent());
        send(
                        here + "/" + id + "/diagnostic",
                        "diagnosis_on",
                        "2026-06-02",
                        "diagnosis_by",
                        "Lucie PETIT",
                        "diagnosis",
                        "Sait mesurer, n’adapte pas",
                        "agreed_on",
                        "2026-06-02")
                .andExpect(status().is3xxRedirection());
        send(
                        here + "/" + id + "/competence",
                        "words",
                        "Adapter ses repas",
                        "family",
                        "ALIMENTATION",
                        "before",
                        "NON_ACQUIS")
                .andExpect(status().is3xxRedirection());
        send(
                        here + "/" + id + "/competence",
                        "words",
                        "",
                        "family",
                        "AUTRE",
                        "before",
                        "NON_ACQUIS")
                .andExpect(status().isUnprocessableContent());

        assertThat(refusal(here + "/" + id + "/plan"))
                .contains("Il n’y a pas de brouillon de plan");
        send("/dossiers/" + followed.patient() + "/pps").andExpect(status().is3xxRedirection());
        send(here + "/" + id + "/plan").andExpect(status().is3xxRedirection());
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        """
                                                        select g.title || ' / ' || g.domain || ' / ' || i.type from careplan.goal g
                                                          join careplan.intervention i on i.pps_id = g.pps_id and i.goal_id = g.goal_id
                                                          join careplan.pps p on p.id = g.pps_id where p.patient_id = :p
                                                        """)
                                                .param("p", followed.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("Adapter ses repas / EDUCATIF / SEANCE_EDUCATION");
        var plan = page("/dossiers/" + followed.patient() + "/pps").text();
        assertThat(plan)
                .contains(
                        "Un plan d’éducation thérapeutique ne constitue pas à lui seul un PPS",
                        "Proposé par Dr Anne MOREL le 1er juin 2026",
                        "demandé par le médecin traitant le 1er juin 2026",
                        "Sait mesurer, n’adapte pas");

        var competence = page(here).select("select[name^=c-]").attr("name");
        send(here + "/" + id + "/evaluation", competence, "ACQUIS")
                .andExpect(status().is3xxRedirection());
        assertThat(page(here).text())
                .contains("Adapter ses repas, pas encore acquis puis acquis", "1 sur 1 acquise");
        assertThat(refusal(here + "/" + id + "/fin", "status", "TERMINE", "ended_on", "2026-06-02"))
                .contains("Dites ce qui est acquis");
        send(
                        here + "/" + id + "/fin",
                        "status",
                        "TERMINE",
                        "ended_on",
                        "2026-06-02",
                        "evaluation",
                        "Adapte seule")
                .andExpect(status().is3xxRedirection());
        assertThat(page(here).select(".card form")).isEmpty();
        mvc.perform(get(here).with(user(cast.sophieSecretary))).andExpect(status().isNotFound());
        mvc.perform(get(here).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
    }

    @Test
    @Proves({"REQ-ETP-02", "REQ-ETP-05", "REQ-ETP-06", "REQ-ETP-08"})
    void
            a_workshop_has_places_for_persons_of_several_plans_and_says_who_came_in_or_out_of_the_structure()
                    throws Exception {
        assertThat(
                        refusal(
                                "/education/programmes",
                                "title",
                                "x",
                                "diseases",
                                "",
                                "level",
                                "COMPLEXE",
                                "run_by",
                                "HORS"))
                .contains("une par ligne", "Dites qui le fait");
        send(
                        "/education/programmes",
                        "title",
                        "Bouger et manger",
                        "diseases",
                        "Diabète\nInsuffisance cardiaque",
                        "level",
                        "COMPLEXE",
                        "designed_with",
                        "Réseau régional fictif",
                        "run_by",
                        "STRUCTURE")
                .andExpect(status().is3xxRedirection());
        assertThat(
                        page("/education")
                                .select("#programmes li:contains(Bouger et manger)")
                                .first()
                                .text())
                .contains(
                        "transversal",
                        "conçu avec Réseau régional fictif",
                        "Diabète, Insuffisance cardiaque");
        var model =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from careplan.programme_model where title = 'Bouger et manger' limit 1")
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var first = enrolled(model);
        var second = enrolled(model);
        var third = enrolled(model);
        var before = counted();

        send(
                        "/education/ateliers",
                        "title",
                        "",
                        "kind",
                        "ATELIER",
                        "family",
                        "CUISINE",
                        "capacity",
                        "0")
                .andExpect(status().isUnprocessableContent());
        var session = session("Marche", "APA", "STRUCTURE", "");
        send(session + "/inscriptions", "programme", first.toString())
                .andExpect(status().is3xxRedirection());
        send(session + "/inscriptions", "programme", first.toString())
                .andExpect(status().isUnprocessableContent());
        send(session + "/inscriptions", "programme", second.toString())
                .andExpect(status().is3xxRedirection());
        assertThat(refusal(session + "/inscriptions", "programme", third.toString()))
                .contains("complet");
        // nobody has come yet; who excuses themselves leaves the place
        assertThat(refusal(session + "/presences", "p-" + first, "PRESENT"))
                .contains("n’a pas eu lieu");
        send(session + "/presences", "p-" + second, "EXCUSE")
                .andExpect(status().is3xxRedirection());
        send(session + "/inscriptions", "programme", third.toString())
                .andExpect(status().is3xxRedirection());
        clock.move(Duration.ofDays(8));
        assertThat(refusal(session + "/presences", "p-" + second, "PRESENT")).contains("complet");
        send(session + "/presences", "p-" + first, "PRESENT", "p-" + third, "ABSENT")
                .andExpect(status().is3xxRedirection());

        var outside =
                session("Cuisiner sans sel", "ALIMENTATION", "HORS", "Maison de santé fictive");
        send(outside + "/inscriptions", "programme", first.toString())
                .andExpect(status().is3xxRedirection());
        clock.move(Duration.ofDays(8));
        send(outside + "/presences", "p-" + first, "PRESENT")
                .andExpect(status().is3xxRedirection());

        var after = counted();
        assertThat(after[0] - before[0]).as("one person came, to both").isEqualTo(1);
        assertThat(after[1] - before[1]).as("two sessions held").isEqualTo(2);
        assertThat(after[2] - before[2]).as("one of them outside").isEqualTo(1);
        var off = session("Annulé", "MALADIE", "STRUCTURE", "");
        send(off + "/annulation", "why", "").andExpect(status().isUnprocessableContent());
        send(off + "/annulation", "why", "Salle fermée").andExpect(status().is3xxRedirection());
        assertThat(refusal(off + "/inscriptions", "programme", first.toString()))
                .contains("annulée");
        assertThat(refusal(off + "/presences", "p-" + first, "PRESENT")).contains("annulée");
        mvc.perform(
                        post("/education/programmes/" + model + "/retrait")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/education").with(user(cast.drMorel))).andExpect(status().isNotFound());
        mvc.perform(get(session).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    /// Persons, sessions, outside: as the page says them.
    private int[] counted() throws Exception {
        var words =
                page("/education")
                        .select(".page-sub")
                        .first()
                        .text()
                        .replace('\u202F', ' ')
                        .replaceAll("(\\d)[\\u00A0 ](?=\\d{3})", "$1");
        return java.util.regex.Pattern.compile("\\d+")
                .matcher(words)
                .results()
                .mapToInt(m -> Integer.parseInt(m.group()))
                .toArray();
    }

    private String session(String title, String family, String by, String name) throws Exception {
        var on = java.time.LocalDate.now(clock).plusDays(7).toString();
        return Objects.requireNonNull(
                send(
                                "/education/ateliers",
                                "title",
                                title,
                                "kind",
                                "ATELIER",
                                "family",
                                family,
                                "held_on",
                                on,
                                "starts_at",
                                "14:00",
                                "minutes",
                                "90",
                                "place",
                                "Salle",
                                "animator",
                                "Lucie PETIT",
                                "capacity",
                                "2",
                                "run_by",
                                by,
                                "run_by_name",
                                name)
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private UUID enrolled(UUID model) throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        send(
                        "/dossiers/" + followed.patient() + "/education",
                        "model",
                        model.toString(),
                        "proposed_by",
                        "Dr Anne MOREL",
                        "proposed_on",
                        "2026-06-01",
                        "asked_on",
                        "2026-06-01")
                .andExpect(status().is3xxRedirection());
        return programme(followed);
    }

    private UUID programme(Followed followed) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select id from careplan.programme where patient_id = :p")
                                .param("p", followed.patient().value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private String refusal(String path, String... fields) throws Exception {
        return Jsoup.parse(
                        send(path, fields)
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .text();
    }

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(path).with(user(cast.claireCoordinator)).with(csrf());
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return mvc.perform(request);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
