package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.patient.Patients;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Who is the attending doctor is one fact: the identity's; the circle follows, with its history.
@IntegrationTest
class AttendingDoctorTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired Patients patients;

    @AfterEach
    void backToday() {
        clock.reset();
    }

    record Line(UUID id, String name, String profession, LocalDate since, LocalDate until) {}

    private List<Line> lines(Followed followed) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select id, name, profession, since, until from casefile.care_team where patient_id = :id and role = 'MEDECIN_TRAITANT' order by since")
                                .param("id", followed.patient().value())
                                .query((row, _) ->
                                        new Line(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                row.getString("profession"),
                                                row.getObject("since", LocalDate.class),
                                                row.getObject("until", LocalDate.class)))
                                .list());
    }

    private Patients.Patient person(Followed followed) {
        return cast.in(cast.douai, () -> patients.get(followed.patient()));
    }

    private void identity(Followed followed, String... changes) throws Exception {
        var address = "/dossiers/" + followed.patient() + "/identite";
        var page =
                Jsoup.parse(
                        mvc.perform(get(address).with(user(cast.claireCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        var changed = List.of(changes);
        var request = post(address);
        for (var field :
                ((FormElement) page.select("form[action=" + address + "]").first()).formData()) {
            if (!field.key().equals("_csrf") && changed.indexOf(field.key()) < 0)
                request.param(field.key(), field.value());
        }
        for (int i = 0; i < changes.length; i += 2) request.param(changes[i], changes[i + 1]);
        var answer =
                mvc.perform(request.with(user(cast.claireCoordinator)).with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private int circle(Followed followed, String page, String... pairs) throws Exception {
        var request = post("/dossiers/" + followed.patient() + "/cercle" + page);
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        return mvc.perform(request.with(user(cast.claireCoordinator)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void a_doctor_declared_on_the_identity_replaces_the_circle_s_and_the_former_stays_as_history()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var today = LocalDate.now(clock);

        identity(
                followed,
                "mtState",
                "DECLARE",
                "mtName",
                "Dr Jules PENNEL",
                "mtRpps",
                "",
                "mtPhone",
                "");

        var lines = lines(followed);
        assertThat(lines)
                .extracting(Line::name)
                .containsExactly("Dr Anne MOREL", "Dr Jules PENNEL");
        assertThat(lines.getFirst().until()).isEqualTo(today.minusDays(1));
        assertThat(lines.getLast().since()).isEqualTo(today);
        assertThat(lines.getLast().until()).isNull();
        assertThat(
                        mvc.perform(
                                        get("/mes-patients/" + followed.patient())
                                                .with(user(cast.drMorel)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .as("the former doctor left the circle")
                .isEqualTo(404);

        identity(
                followed,
                "mtState",
                "DECLARE",
                "mtName",
                "Dr Paula PENNEL",
                "mtRpps",
                "",
                "mtPhone",
                "");
        assertThat(lines(followed))
                .as("corrected the same day: no line of no day")
                .extracting(Line::name)
                .containsExactly("Dr Anne MOREL", "Dr Paula PENNEL");
    }

    @Test
    void a_paediatrician_or_a_locum_may_be_the_attending_doctor() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var rpps = "10100990017";
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession)
                        values (:rpps, 'QUESNEL', 'Inès', 'quesnel', 'ines', 'MEDECIN_SPECIALISTE')
                        """)
                .param("rpps", rpps)
                .update();
        cast.as(
                cast.claireCoordinator,
                () -> {
                    patients.attendingDoctor(
                            followed.patient(), new Patients.Doctor(rpps, "Dr Inès QUESNEL", null));
                    return 0;
                });
        assertThat(lines(followed).getLast().profession()).isEqualTo("Médecin spécialiste");

        clock.move(Duration.ofDays(3));
        cast.as(
                cast.claireCoordinator,
                () -> {
                    patients.attendingDoctor(
                            followed.patient(),
                            new Patients.Doctor(null, "Dr Noé BAERT, remplaçant", "0327000009"));
                    return 0;
                });
        assertThat(lines(followed)).extracting(Line::name).endsWith("Dr Noé BAERT, remplaçant");
        assertThat(person(followed).mtState()).isEqualTo("DECLARE");
    }

    @Test
    void what_the_circle_says_of_the_doctor_is_the_identity_s_at_once() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var line = lines(followed).getFirst().id();
        var today = LocalDate.now(clock).toString();

        assertThat(
                        circle(
                                followed,
                                "/" + line + "/fin",
                                "until",
                                LocalDate.now(clock).plusDays(9).toString(),
                                "leftReason",
                                "Départ en retraite",
                                "version",
                                "0"))
                .as("not in advance: the identity would still say otherwise")
                .isEqualTo(422);
        assertThat(
                        circle(
                                followed,
                                "/" + line + "/fin",
                                "until",
                                today,
                                "leftReason",
                                "Départ en retraite",
                                "version",
                                "0"))
                .isEqualTo(302);
        assertThat(person(followed).mtState()).isEqualTo("A_RECHERCHER");
        assertThat(person(followed).mtName()).isNull();
        assertThat(lines(followed)).hasSize(1);

        clock.move(Duration.ofDays(1));
        assertThat(
                        circle(
                                followed,
                                "",
                                "kind",
                                "PROFESSIONNEL",
                                "role",
                                "MEDECIN_TRAITANT",
                                "name",
                                "Dr Inès QUESNEL",
                                "standing",
                                "SOIGNANT",
                                "since",
                                LocalDate.now(clock).toString(),
                                "part",
                                "SOINS"))
                .isEqualTo(302);
        assertThat(person(followed).mtState()).isEqualTo("DECLARE");
        assertThat(person(followed).mtName()).isEqualTo("Dr Inès QUESNEL");
        assertThat(lines(followed)).hasSize(2);
    }

    @Test
    void a_doctor_who_does_not_wish_to_take_part_leaves_the_circle() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        identity(followed, "mtState", "NE_PARTICIPE_PAS");
        assertThat(lines(followed).getFirst().until()).isEqualTo(LocalDate.now(clock));
    }
}
