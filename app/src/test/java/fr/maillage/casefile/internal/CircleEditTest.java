package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class CircleEditTest {

    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;

    private record Member(
            UUID id, String role, String phone, LocalDate since, LocalDate until, int version) {}

    @Test
    void a_member_is_corrected_ended_and_a_second_tab_is_told() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 40);
        assertThat(send(followed, "", nurse("2026-05-01", "0327000010", 0))).isEqualTo(302);
        var nurse = member(followed, "INTERVENANT");

        assertThat(
                        send(
                                followed,
                                "/" + nurse.id(),
                                nurse("2026-05-02", "0327000011", nurse.version())))
                .isEqualTo(302);
        assertThat(
                        send(
                                followed,
                                "/" + nurse.id(),
                                nurse("2026-05-03", "0327000012", nurse.version())))
                .as("the page opened before")
                .isEqualTo(409);

        var corrected = member(followed, "INTERVENANT");
        assertThat(corrected.phone()).isEqualTo("0327000011");
        assertThat(corrected.since()).isEqualTo("2026-05-02");
        var version = String.valueOf(corrected.version());
        assertThat(
                        send(
                                followed,
                                "/" + nurse.id() + "/fin",
                                List.of(
                                        "until",
                                        "2026-05-01",
                                        "leftReason",
                                        "départ",
                                        "version",
                                        version)))
                .as("an end before the start")
                .isEqualTo(422);
        assertThat(
                        send(
                                followed,
                                "/" + nurse.id() + "/fin",
                                List.of(
                                        "until",
                                        "2026-06-01",
                                        "leftReason",
                                        "départ",
                                        "version",
                                        version)))
                .isEqualTo(302);
        assertThat(member(followed, "INTERVENANT").until()).isEqualTo("2026-06-01");
    }

    @Test
    void an_actor_of_some_time_becomes_case_coordinator_from_today_and_keeps_a_past()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 40);
        send(followed, "", nurse("2026-05-01", "0327000010", 0));
        var nurse = member(followed, "INTERVENANT");

        assertThat(send(followed, "/coordonnateur-de-cas", List.of("actor", nurse.id().toString())))
                .isEqualTo(302);

        assertThat(member(followed, "COORDONNATEUR_DE_CAS").since()).isEqualTo("2026-06-02");
        assertThat(member(followed, "INTERVENANT").until()).isEqualTo("2026-06-01");
    }

    @Test
    void another_member_of_the_team_becomes_referent() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 40);
        var karim = cast.karimCoordinator.member();

        assertThat(
                        send(
                                followed,
                                "/referent",
                                List.of(
                                        "coordinator",
                                        UUID.randomUUID().toString(),
                                        "version",
                                        "0")))
                .as("somebody who is not of the team")
                .isEqualTo(422);
        assertThat(
                        send(
                                followed,
                                "/referent",
                                List.of("coordinator", karim.toString(), "version", "0")))
                .isEqualTo(302);

        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select coordinator_id from casefile.open_support where patient_id = :id")
                                                .param("id", followed.patient().value())
                                                .query((row, _) -> row.getObject(1, UUID.class))
                                                .single()))
                .isEqualTo(karim);
    }

    private static List<String> nurse(String since, String phone, int version) {
        return List.of(
                "kind",
                "PROFESSIONNEL",
                "role",
                "INTERVENANT",
                "standing",
                "SOIGNANT",
                "name",
                "Inès GARNIER",
                "profession",
                "Infirmière",
                "since",
                since,
                "phone",
                phone,
                "part",
                "SOINS",
                "version",
                String.valueOf(version));
    }

    private Member member(Followed followed, String role) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select id, role, phone, since, until, version from casefile.care_team
                                        where patient_id = :patient and role = :role
                                        """)
                                .param("patient", followed.patient().value())
                                .param("role", role)
                                .query(Member.class)
                                .single());
    }

    private int send(Followed followed, String path, List<String> pairs) throws Exception {
        var request = post("/dossiers/" + followed.patient() + "/cercle" + path);
        for (var i = 0; i < pairs.size(); i += 2) request.param(pairs.get(i), pairs.get(i + 1));
        return mvc.perform(request.with(user(cast.claireCoordinator)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
