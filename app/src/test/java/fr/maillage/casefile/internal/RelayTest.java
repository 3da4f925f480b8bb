package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.network.Setting;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Who still reads a file after the exit, and after the death.
@IntegrationTest
class RelayTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    @AfterEach
    void backToday() {
        clock.reset();
    }

    private void exit(Followed followed, String reason) throws Exception {
        var answer =
                mvc.perform(
                                post("/dossiers/" + followed.patient() + "/sortie")
                                        .param("exitReason", reason)
                                        .param("exitDetail", "À domicile")
                                        .param("closedOn", LocalDate.now(clock).toString())
                                        .param("version", "0")
                                        .with(user(cast.claireCoordinator))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private int status(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who))).andReturn().getResponse().getStatus();
    }

    private String list(SignedIn who) throws Exception {
        return mvc.perform(get("/mes-patients").with(user(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void professionals_of_the_circle_read_for_the_relay_and_no_longer() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var file = "/mes-patients/" + followed.patient();
        var synthesis = "/dossiers/" + followed.patient();
        exit(followed, "OBJECTIFS_ATTEINTS");

        assertThat(status(cast.drMorel, file)).isEqualTo(200);
        assertThat(
                        mvc.perform(get(synthesis).with(user(cast.drMorel)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("Accompagnement terminé");
        assertThat(list(cast.drMorel)).contains(file);

        clock.move(Duration.ofDays(Setting.RELAY_READ_DAYS.byDefault()));
        assertThat(status(cast.drMorel, file)).as("the last day").isEqualTo(200);
        clock.move(Duration.ofDays(1));
        assertThat(status(cast.drMorel, file)).isEqualTo(404);
        assertThat(status(cast.drMorel, synthesis)).isEqualTo(404);
        assertThat(list(cast.drMorel)).doesNotContain(file);
        assertThat(status(cast.claireCoordinator, synthesis))
                .as("the team keeps its file")
                .isEqualTo(200);
    }

    @Test
    void the_number_of_days_is_the_structure_s() throws Exception {
        var followed = cast.newFollowed(cast.calais, 2, 60);
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('RELAY_READ_DAYS', -1, '2') on conflict do nothing")
                                .update());
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "update casefile.support set status = 'CLOS', closed_on = :day, exit_reason = 'SOUHAIT' where patient_id = :id")
                                .param("day", LocalDate.now(clock).minusDays(2))
                                .param("id", followed.patient().value())
                                .update());
        var file = "/mes-patients/" + followed.patient();
        assertThat(status(cast.drMorel, file)).isEqualTo(200);
        clock.move(Duration.ofDays(1));
        assertThat(status(cast.drMorel, file)).isEqualTo(404);
        cast.in(
                cast.calais,
                () ->
                        sql.sql("delete from network.setting where key = 'RELAY_READ_DAYS'")
                                .update());
    }

    @Test
    void the_person_keeps_her_plan_and_journal_after_the_exit() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var person = cast.patientAccount(followed);
        exit(followed, "SOUHAIT");
        clock.move(Duration.ofDays(200));
        assertThat(status(person, "/mon-plan")).isEqualTo(200);
        assertThat(status(person, "/mon-plan/acces")).isEqualTo(200);
    }

    @Test
    void at_the_death_the_circle_reads_for_the_relay_and_the_person_s_account_no_more()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var carer = cast.patientAccount(followed);
        assertThat(status(carer, "/mon-plan")).isEqualTo(200);
        exit(followed, "DECES");
        assertThat(status(carer, "/mon-plan")).isEqualTo(404);
        assertThat(status(carer, "/mon-plan/acces")).isEqualTo(404);
        assertThat(status(cast.drMorel, "/mes-patients/" + followed.patient())).isEqualTo(200);
        clock.move(Duration.ofDays(Setting.RELAY_READ_DAYS.byDefault() + 1));
        assertThat(status(cast.drMorel, "/mes-patients/" + followed.patient())).isEqualTo(404);
    }

    @Test
    void the_view_says_thirty_days_as_the_setting_does() {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var day = LocalDate.now(clock);
        var until =
                cast.in(
                        cast.douai,
                        () -> {
                            sql.sql(
                                            "update casefile.support set status = 'CLOS', closed_on = :day, exit_reason = 'SOUHAIT' where id = :id")
                                    .param("day", day)
                                    .param("id", followed.support())
                                    .update();
                            return sql.sql(
                                            "select read_until from casefile.relay where patient_id = :id")
                                    .param("id", followed.patient().value())
                                    .query((row, _) -> row.getObject(1, LocalDate.class))
                                    .single();
                        });
        assertThat(until).isEqualTo(day.plusDays(Setting.RELAY_READ_DAYS.byDefault()));
    }

    /// The four exits the requirement names, the watch among them, each with its day and its
    /// reason.
    @ParameterizedTest
    @CsvSource({
        "DECES, À domicile, CLOS",
        "RELAIS, Équipe MAIA du Douaisis, CLOS",
        "SOUHAIT, , CLOS",
        "VEILLE, Ne souhaite plus de visite, VEILLE"
    })
    @Proves("REQ-INCLUSION-13")
    void an_exit_is_recorded_with_its_day_and_its_reason(
            String reason, @Nullable String detail, String expected) throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var today = LocalDate.now(clock);
        var watch = reason.equals("VEILLE");
        var answer =
                mvc.perform(
                                post("/dossiers/"
                                                + followed.patient()
                                                + (watch ? "/veille" : "/sortie"))
                                        .param("exitReason", reason)
                                        .param("exitDetail", detail == null ? "" : detail)
                                        .param("closedOn", today.toString())
                                        .param("watchReason", detail == null ? "" : detail)
                                        .param("watchReviewOn", today.plusMonths(3).toString())
                                        .param("version", "0")
                                        .with(user(cast.claireCoordinator))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        var row =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                """
                                                select s.status, s.closed_on::text as closed_on, s.exit_reason, s.exit_detail,
                                                       (select c.since::text || ' ' || c.reason from casefile.level_change c where c.support_id = s.id and c.level = 0) as watched
                                                from casefile.support s where s.id = :id
                                                """)
                                        .param("id", followed.support())
                                        .query()
                                        .singleRow());
        assertThat(row).containsEntry("status", expected);
        if (watch) {
            assertThat(row).containsEntry("watched", today + " " + detail);
        } else {
            assertThat(row)
                    .containsEntry("closed_on", today.toString())
                    .containsEntry("exit_reason", reason)
                    .containsEntry("exit_detail", detail);
        }
    }
}
