package fr.maillage.casefile.internal.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.platform.NightWork;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// A doctor and a nurse are replaced in all their circles at once, for a time and for good; it is
/// given back on its day, or by hand.
@IntegrationTest
class SuccessionTest {

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired Patients patients;

    @Autowired
    @Qualifier("successionNight")
    NightWork night;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String doctor = "Dr Ancien " + mark;
    private final String nurse = "Infirmière " + mark;
    private PatientId first;
    private PatientId second;

    @BeforeEach
    void two_persons_of_one_doctor_and_one_nurse() {
        clock.reset();
        first = person();
        second = person();
        clock.move(Duration.ofDays(3));
    }

    private PatientId person() {
        var patient = cast.newFollowed(cast.douai, 2, 30).patient();
        cast.as(
                cast.claireCoordinator,
                () -> {
                    patients.attendingDoctor(
                            patient, new Patients.Doctor(null, doctor, "0327000099"));
                    return sql.sql(
                                    """
                                    insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, since, parts, standing)
                                    values (gen_random_uuid(), :patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Infirmier', '2026-05-01', '{SOINS}', 'SOIGNANT')
                                    """)
                            .param("patient", patient.value())
                            .param("name", nurse)
                            .update();
                });
        return patient;
    }

    private MockHttpServletResponse send(SignedIn who, String path, Map<String, String> form)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(cast.claireCoordinator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String line(PatientId patient, String name) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select id from casefile.care_team where patient_id = :patient and name = :name order by since limit 1")
                                .param("patient", patient.value())
                                .param("name", name)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private Map<String, String> form(
            String name, String by, String kind, String since, String until) {
        var form = new LinkedHashMap<String, String>();
        form.put("ligne", line(first, name));
        form.put("byName", by);
        form.put("kind", kind);
        form.put("since", since);
        form.put("until", until);
        return form;
    }

    /// Names around a person today in a role, as the circle says.
    private List<String> around(PatientId patient, String role) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select name from casefile.care_team where patient_id = :patient and role = :role
                                          and since <= :today and (until is null or until >= :today) order by name
                                        """)
                                .param("patient", patient.value())
                                .param("role", role)
                                .param("today", java.time.LocalDate.now(clock))
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private String attending(PatientId patient) {
        return cast.in(cast.douai, () -> String.valueOf(patients.get(patient).mtName()));
    }

    @Test
    void a_locum_attends_every_person_of_the_doctor_until_the_last_day() throws Exception {
        var locum = "Dr Passager " + mark;
        var blank = page("/remplacements/nouveau?ligne=" + line(first, doctor));
        assertThat(blank.select("h2#personnes .count").text()).isEqualTo("2");
        var form = form(doctor, locum, "REMPLACANT", "2026-06-05", "2026-06-09");
        assertThat(send(cast.claireCoordinator, "/remplacements", form).getStatus()).isEqualTo(302);
        assertThat(List.of(attending(first), attending(second))).containsOnly(locum);
        assertThat(around(first, "MEDECIN_TRAITANT")).containsExactly(locum);
        assertThat(page("/dossiers/" + first + "/courriers/nouveau").text())
                .as("letters go to who attends")
                .contains(locum)
                .doesNotContain(doctor);
        assertThat(page("/dossiers/" + first + "/ligne-de-vie").text())
                .contains("Médecin traitant");

        var twice = send(cast.claireCoordinator, "/remplacements", form);
        assertThat(twice.getStatus()).as("the line is the former doctor's").isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("déjà remplacée");

        clock.move(Duration.ofDays(4)); // the last day
        cast.in(cast.douai, this::night);
        assertThat(attending(first)).isEqualTo(locum);
        clock.move(Duration.ofDays(1));
        cast.in(cast.douai, this::night);
        assertThat(List.of(attending(first), attending(second))).containsOnly(doctor);
        assertThat(around(second, "MEDECIN_TRAITANT")).containsExactly(doctor);
        assertThat(page("/remplacements").select("details").text()).contains(doctor, locum);
    }

    private int night() {
        night.forStructure(cast.douai);
        return 0;
    }

    @Test
    void a_successor_takes_every_circle_and_a_mistake_is_taken_back() throws Exception {
        var heir = "Infirmier Neuf " + mark;
        var form = form(nurse, heir, "SUCCESSEUR", "2026-06-05", "");
        send(cast.claireCoordinator, "/remplacements", form);
        assertThat(around(first, "INTERVENANT")).containsExactly(heir);
        assertThat(around(second, "INTERVENANT")).containsExactly(heir);
        assertThat(page("/dossiers/" + second + "/cercle").select("details.disclose").text())
                .contains(nurse, "Remplacé par " + heir);
        assertThat(page("/dossiers/" + second + "/ligne-de-vie").text())
                .contains(nurse + ", remplacé par " + heir);

        end(heir);
        assertThat(around(first, "INTERVENANT")).as("the same day").containsExactly(nurse);
        assertThat(around(second, "INTERVENANT")).containsExactly(nurse);

        send(cast.claireCoordinator, "/remplacements", form);
        clock.move(Duration.ofDays(2));
        end(heir);
        assertThat(around(first, "INTERVENANT")).as("two days later").containsExactly(nurse);
        assertThat(page("/dossiers/" + first + "/ligne-de-vie").text())
                .contains("Fin du remplacement de " + nurse + " par " + heir);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from access.trail where patient_id = :id and what = 'CERCLE' and action = 'UPDATE'")
                                                .param("id", second.value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .as("each change is traced")
                .isGreaterThanOrEqualTo(4);
    }

    private void end(String by) throws Exception {
        var act = page("/remplacements").select("li.work:contains(" + by + ") form").attr("action");
        assertThat(send(cast.claireCoordinator, act, Map.of()).getStatus()).isEqualTo(302);
        assertThat(send(cast.claireCoordinator, act, Map.of()).getStatus())
                .as("over")
                .isEqualTo(404);
    }

    @Test
    void one_to_come_begins_on_its_day_and_may_be_given_up_before() throws Exception {
        var locum = "Dr Demain " + mark;
        var form = form(doctor, locum, "REMPLACANT", "2026-06-08", "2026-06-10");
        send(cast.claireCoordinator, "/remplacements", form);
        cast.in(cast.douai, this::night);
        assertThat(attending(first)).isEqualTo(doctor);
        end(locum);
        send(cast.claireCoordinator, "/remplacements", form);
        clock.move(Duration.ofDays(3));
        cast.in(cast.douai, this::night);
        assertThat(attending(first)).isEqualTo(locum);
        end(locum);
        assertThat(attending(second)).isEqualTo(doctor);
    }

    @Test
    void what_cannot_be_is_said_and_nobody_else_may() throws Exception {
        var wrong = form(doctor, doctor, "REMPLACANT", "2026-06-01", "");
        wrong.put("byRpps", "10100000000");
        var refused = send(cast.claireCoordinator, "/remplacements", wrong);
        assertThat(refused.getStatus()).isEqualTo(422);
        var shown = Jsoup.parse(refused.getContentAsString());
        assertThat(shown.select("#byName-error").text()).contains("C’est la personne remplacée");
        assertThat(shown.select("#byRpps-error").text()).contains("ne connaît pas ce numéro");
        assertThat(shown.select("#since-error").text()).contains("aujourd’hui ou plus tard");
        assertThat(shown.select("#until-error").text()).contains("dernier jour");
        assertThat(attending(first)).isEqualTo(doctor);

        assertThat(send(cast.sophieSecretary, "/remplacements", wrong).getStatus()).isEqualTo(404);
        assertThat(send(cast.calaisCoordinator, "/remplacements", wrong).getStatus())
                .as("another structure's circle")
                .isEqualTo(404);

        var found =
                Jsoup.parse(
                        send(cast.claireCoordinator, "/remplacements/recherche", Map.of("q", nurse))
                                .getContentAsString());
        assertThat(found.select("ul.plain-list li").text()).contains(nurse, "2 personnes");
        var known =
                Jsoup.parse(
                        send(
                                        cast.claireCoordinator,
                                        "/remplacements/nouveau/annuaire",
                                        Map.of("ligne", line(first, doctor), "q", "zzqx"))
                                .getContentAsString());
        assertThat(known.text()).contains("L’annuaire ne connaît pas ce nom");
    }
}
