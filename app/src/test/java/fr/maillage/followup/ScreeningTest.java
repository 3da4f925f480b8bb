package fr.maillage.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// From the photograph of an eye to the usual care, or to the day to call back.
@IntegrationTest
class ScreeningTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private record Answer(int status, String location, Document html) {}

    private Answer send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        var location = response.getRedirectedUrl();
        return new Answer(
                response.getStatus(),
                location == null ? "" : location,
                Jsoup.parse(response.getContentAsString()));
    }

    /// Completes the sheet; answers the id of the screening.
    private UUID screened(PatientId patient, Map<String, String> answers) throws Exception {
        var address =
                send(
                                cast.claireCoordinator,
                                post("/dossiers/{p}/evaluations", patient)
                                        .param("questionnaire", "depistage-retinopathie"))
                        .location();
        var form =
                post(address)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", LocalDate.now(clock).toString())
                        .param("setting", "BUREAU")
                        .param("geste", "terminer")
                        .param("incomplete", "true")
                        .param("r.diabete.type", "type2");
        answers.forEach((linkId, value) -> form.param("r." + linkId, value));
        assertThat(send(cast.claireCoordinator, form).status()).isEqualTo(302);
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private record Step(String kind, LocalDate due, int noShows, String ended, String outcome) {}

    private List<Step> steps(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select s.kind, t.due_on, s.no_shows, coalesce(s.ended, '') as ended, coalesce(t.outcome, '') as outcome
                                          from followup.screening_step s join followup.task t on t.network_id = s.network_id and t.id = s.task_id
                                         where t.patient_id = :patient order by t.created_at, t.id
                                        """)
                                .param("patient", patient.value())
                                .query((row, _) ->
                                        new Step(
                                                row.getString("kind"),
                                                row.getObject("due_on", LocalDate.class),
                                                row.getInt("no_shows"),
                                                row.getString("ended"),
                                                row.getString("outcome")))
                                .list());
    }

    private static Map<String, String> photographed(String right, String left) {
        return Map.of(
                "diabete.insuline", "false",
                "diabete.equilibre", "true",
                "diabete.ophtalmo", "false",
                "oeil.presence", "venue",
                "oeil.droit", right,
                "oeil.gauche", left);
    }

    private Answer say(PatientId patient, UUID screening, Map<String, String> fields)
            throws Exception {
        var form = post("/dossiers/{p}/depistages/{s}", patient, screening);
        fields.forEach(form::param);
        return send(cast.claireCoordinator, form);
    }

    @Test
    @Proves({"REQ-SCREENING-01", "REQ-SCREENING-02", "REQ-SCREENING-04"})
    void a_suspected_disease_is_an_urgent_appointment_until_the_usual_care_goes_on()
            throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 30).patient();
        var today = LocalDate.now(clock);
        var screening = screened(patient, photographed("rien", "suspicion"));
        assertThat(steps(patient))
                .containsExactly(new Step("RENDEZ_VOUS", today.plusDays(7), 0, "", ""));

        var list = send(cast.claireCoordinator, get("/depistages")).html();
        assertThat(list.select("a[href$=/depistages/" + screening + "]")).hasSize(1);
        assertThat(list.select("tbody").text())
                .contains("Pathologie suspectée", "Rendez-vous urgent d’ophtalmologie");

        // nothing said, then nobody named, then a day to come: told beside the field, nothing lost
        assertThat(say(patient, screening, Map.of("jour", today.toString())).status())
                .isEqualTo(422);
        var nobody = say(patient, screening, Map.of("quoi", "vue", "jour", today.toString()));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.html().text()).contains("Écrivez quel ophtalmologiste prend la suite.");
        var tomorrow =
                say(
                        patient,
                        screening,
                        Map.of(
                                "quoi",
                                "vue",
                                "jour",
                                today.plusDays(1).toString(),
                                "ophtalmologiste",
                                "Dr CARLIER"));
        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(tomorrow.html().select("#ophtalmologiste").val()).isEqualTo("Dr CARLIER");
        assertThat(steps(patient).getFirst().ended()).isEmpty();

        // she did not come: the appointment is asked for again, a week later
        say(patient, screening, Map.of("quoi", "absente", "jour", today.toString()));
        assertThat(steps(patient))
                .containsExactly(new Step("RENDEZ_VOUS", today.plusDays(7), 1, "", ""));

        say(
                patient,
                screening,
                Map.of("quoi", "vue", "jour", today.toString(), "ophtalmologiste", "Dr CARLIER"));
        assertThat(steps(patient).getFirst())
                .satisfies(step -> {
                    assertThat(step.ended()).isEqualTo("DROIT_COMMUN");
                    assertThat(step.outcome()).contains("Dr CARLIER, retour au droit commun");
                });
        assertThat(
                        send(cast.claireCoordinator, get("/depistages"))
                                .html()
                                .select("a[href$=/depistages/" + screening + "]"))
                .isEmpty();
        // over: it cannot be said again
        assertThat(
                        say(patient, screening, Map.of("quoi", "refus", "jour", today.toString()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_call_back_has_its_day_and_ends_with_the_next_screening() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 30).patient();
        var today = LocalDate.now(clock);
        screened(patient, Map.of("oeil.presence", "absente"));
        screened(patient, photographed("illisible", "rien"));
        screened(patient, Map.of("oeil.presence", "venue"));
        screened(patient, photographed("rien", "rien"));
        assertThat(steps(patient))
                .extracting(Step::kind, Step::due, Step::ended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "RAPPEL", today.plusMonths(1), "NOUVEAU_DEPISTAGE"),
                        org.assertj.core.groups.Tuple.tuple(
                                "RAPPEL", today.plusMonths(3), "NOUVEAU_DEPISTAGE"),
                        org.assertj.core.groups.Tuple.tuple(
                                "LECTURE", today.plusDays(15), "NOUVEAU_DEPISTAGE"),
                        org.assertj.core.groups.Tuple.tuple("RAPPEL", today.plusMonths(24), ""));
    }

    /// HAS: two years without insulin when balanced, one year otherwise; a sheet of the file like
    /// any other, counted with the activity, no money beside it.
    @Test
    @Proves("REQ-SCREENING-05")
    void screening_is_ordinary_activity_at_the_pace_of_the_has_without_a_budget_of_its_own()
            throws Exception {
        var today = LocalDate.now(clock);
        var balanced = cast.newFollowed(cast.douai, 2, 30).patient();
        screened(balanced, photographed("rien", "rien"));
        assertThat(steps(balanced)).extracting(Step::due).containsExactly(today.plusMonths(24));
        for (var risk :
                List.of(Map.of("diabete.insuline", "true"), Map.of("diabete.equilibre", "false"))) {
            var other = cast.newFollowed(cast.douai, 2, 30).patient();
            var answers = new java.util.HashMap<>(photographed("rien", "rien"));
            answers.putAll(risk);
            screened(other, answers);
            assertThat(steps(other)).extracting(Step::due).containsExactly(today.plusMonths(12));
            assertThat(
                            send(cast.claireCoordinator, get("/dossiers/{p}/evaluations", other))
                                    .html()
                                    .select("main")
                                    .text())
                    .as("among the evaluations of the file")
                    .contains("Dépistage du diabétique – rétine, pied, rein, cœur");
        }
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        get("/evaluations/outils/depistage-retinopathie"))
                                .html()
                                .text())
                .contains("HAS");
        var figures = send(cast.helenHead, get("/pilotage/depistages")).html();
        assertThat(figures.select(".page-sub").text()).contains("sans budget particulier");
        assertThat(figures.select("table").text()).doesNotContain("€").doesNotContain("Budget");
    }

    @Test
    @Proves("REQ-SCREENING-06")
    void each_year_counts_the_persons_with_diabetes_among_those_screened() throws Exception {
        var before = year();
        var diabetic = cast.newFollowed(cast.douai, 2, 30).patient();
        screened(diabetic, photographed("rien", "rien"));
        screened(diabetic, photographed("rien", "illisible"));
        var none = new java.util.HashMap<>(photographed("rien", "rien"));
        var other = cast.newFollowed(cast.douai, 2, 30).patient();
        var address = screened(other, none);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update assessment.response set answers = jsonb_set(answers, '{diabete.type}', '[\"aucun\"]') where id = :id")
                                .param("id", address)
                                .update());
        screened(cast.newFollowed(cast.douai, 2, 30).patient(), Map.of("oeil.presence", "absente"));
        var after = year();
        // one person screened twice counts once; who did not come was not screened
        assertThat(after[0] - before[0]).isEqualTo(1);
        assertThat(after[1] - before[1]).isEqualTo(2);

        // who steers reads figures and no name
        assertThat(send(cast.helenHead, get("/pilotage/depistages")).status()).isEqualTo(200);
        assertThat(send(cast.helenHead, get("/depistages")).status()).isEqualTo(404);
        assertThat(send(cast.sophieSecretary, get("/pilotage/depistages")).status()).isEqualTo(404);
        assertThat(
                        send(
                                        cast.calaisCoordinator,
                                        get("/dossiers/{p}/depistages/{s}", other, address))
                                .status())
                .isEqualTo(404);
    }

    /// Diabetics and everybody, this year.
    private int[] year() throws Exception {
        var row =
                send(cast.claireCoordinator, get("/pilotage/depistages"))
                        .html()
                        .select("tbody tr")
                        .stream()
                        .filter(line ->
                                line.select("th")
                                        .text()
                                        .equals(String.valueOf(LocalDate.now(clock).getYear())))
                        .findFirst();
        return row.map(line ->
                        new int[] {
                            Integer.parseInt(line.select("td").get(0).text()),
                            Integer.parseInt(line.select("td").get(1).text())
                        })
                .orElse(new int[] {0, 0});
    }
}
