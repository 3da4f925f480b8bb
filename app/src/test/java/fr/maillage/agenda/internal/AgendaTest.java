package fr.maillage.agenda.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Appointments: made, warned of when they overlap, closed with what became of them.
@IntegrationTest
class AgendaTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    @Proves("REQ-AGENDA-01")
    void an_overlap_is_warned_of_and_may_be_kept_and_the_outcome_is_recorded() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var title = "Bilan " + UUID.randomUUID();
        var day = freeDay();
        mvc.perform(
                        visit(day.toString(), "09:00", title)
                                .param("patient", odette.patient().toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(visit(day.toString(), "10:00", "Suite " + title))
                .andExpect(status().is3xxRedirection()); // they touch
        var refused =
                Jsoup.parse(
                        mvc.perform(visit(day.toString(), "09:30", "Autre " + title))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(refused.text()).contains("déjà pris");
        assertThat(refused.select("input[name=title]").val()).isEqualTo("Autre " + title);
        mvc.perform(visit(day.toString(), "09:30", "Autre " + title).param("anyway", "1"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(cast.claireCoordinator, "?jour=" + day).text())
                .contains(title, "Suite " + title, "Autre " + title);
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "?vue=semaine&jour=" + day.with(DayOfWeek.FRIDAY))
                                .text())
                .contains(title);
        assertThat(
                        page(
                                        cast.calaisCoordinator,
                                        "?jour="
                                                + day
                                                + "&membre="
                                                + cast.claireCoordinator.member())
                                .text())
                .doesNotContain(title);

        var id =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from agenda.appointment where title = :t")
                                        .param("t", title)
                                        .query((row, _) -> row.getString(1))
                                        .single());
        mvc.perform(
                        post("/agenda/" + id + "/issue")
                                .param("outcome", "HONORE")
                                .with(csrf())
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/agenda/" + id + "/issue")
                                .param("outcome", "HONORE")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select title from patient.timeline_entry where patient_id = :p and kind = 'VISITE'")
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("Visite à domicile, a eu lieu");
    }

    @Test
    void what_is_wrong_is_said_and_a_name_is_chosen_from_a_list() throws Exception {
        cast.newFollowed(cast.douai, 2, 30);
        var wrong =
                Jsoup.parse(
                        mvc.perform(visit("2031-02-30", "25:00", "").param("minutes", "x"))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(wrong.select("#day-error, #time-error, #minutes-error, #title-error"))
                .hasSize(4);
        var named =
                Jsoup.parse(
                        mvc.perform(
                                        visit(freeDay().toString(), "09:00", "")
                                                .param("name", "Durand Odette"))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(named.select("input[type=radio][name=patient]")).isNotEmpty();
    }

    /// A Tuesday of a year to come where Claire has nothing, whatever earlier runs on this database
    /// left.
    private LocalDate freeDay() {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select day::date from generate_series(timestamp '2031-03-04', '2060-12-31', '7 days') day
                                        where not exists (select 1 from agenda.appointment a
                                                          where a.starts_at >= day and a.starts_at < day + interval '1 day')
                                        order by day limit 1
                                        """)
                                .query((row, _) -> row.getObject(1, LocalDate.class))
                                .single());
    }

    private MockHttpServletRequestBuilder visit(String day, String time, String title) {
        return post("/agenda")
                .param("kind", "VISITE")
                .param("day", day)
                .param("time", time)
                .param("title", title)
                .with(csrf())
                .with(user(cast.claireCoordinator));
    }

    private Document page(SignedIn who, String query) throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/agenda" + query).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
