package fr.maillage.rcp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Typography;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the tests of meetings do: forms sent, pages read, what was kept looked at.
abstract class RcpPages {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    /// A meeting of 16 June at two; its page.
    String meeting(String kind, String mode) throws Exception {
        return done(cast.claireCoordinator, "/rcp", fields(kind, mode, "2026-06-16", "14:00"));
    }

    String[] fields(String kind, String mode, String day, String time, String... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(List.of("kind", kind, "day", day, "time", time, "minutes", "60"));
        all.addAll(List.of("mode", mode, "place", "03 27 00 00 00"));
        all.addAll(List.of("chair", cast.doctorOfTheTeam.member().toString()));
        all.addAll(List.of("secretary", cast.claireCoordinator.member().toString()));
        return all.toArray(String[]::new);
    }

    /// Puts somebody on the agenda; the line it becomes.
    String put(String meeting, Followed whom, String question, String... more) throws Exception {
        var fields = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "patient", whom.patient().toString(), "name", "DURAND", "question", question
                },
                0,
                fields,
                0,
                6);
        System.arraycopy(more, 0, fields, 6, more.length);
        done(cast.claireCoordinator, meeting + "/personnes", fields);
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select id::text from rcp.item where meeting_id = :m and patient_id = :p")
                                .param("m", id(meeting))
                                .param("p", whom.patient().value())
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    String doctorOf(Followed whom) {
        return one(
                "select id::text from casefile.care_team where patient_id = :id and role = 'MEDECIN_TRAITANT'",
                whom.patient().value());
    }

    /// States of the letters of a kind to somebody.
    List<String> letters(Followed whom, String kind, String to) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select state from correspondence.outgoing_message where patient_id = :p and kind = :kind and recipient_name = :to")
                                .param("p", whom.patient().value())
                                .param("kind", kind)
                                .param("to", to)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    String one(String question, UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(question)
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    String done(SignedIn who, String address, String... fields) throws Exception {
        var answer = send(who, address, fields);
        assertThat(answer.getStatus())
                .as(
                        address
                                + " "
                                + Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                                        .select(".error, .notice")
                                        .text())
                .isIn(302, 303);
        return String.valueOf(answer.getRedirectedUrl());
    }

    MockHttpServletResponse send(SignedIn who, String address, String... fields) throws Exception {
        var request = post(address).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    String body(SignedIn who, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(user(who)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(Typography.NBSP, " ");
    }

    int status(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who))).andReturn().getResponse().getStatus();
    }

    String itemOf(String meeting) {
        return one("select id::text from rcp.item where meeting_id = :id", id(meeting));
    }
}
