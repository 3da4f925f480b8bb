package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// What the stories about protocols do through the pages.
abstract class ProtocolSteps {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    UUID take(String code) throws Exception {
        return id(send(cast.claireCoordinator, "/protocoles/livres/" + code + "/prendre"));
    }

    UUID published(String code) throws Exception {
        var id = take(code);
        publish(id);
        return id;
    }

    MvcResult publish(UUID id) throws Exception {
        return send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/publier",
                "reviewed_by",
                "Dr Paul ROUSSEL",
                "review_on",
                "2027-06-01");
    }

    /// The preview sent back with these lines ticked, as they are proposed.
    void take(String at, Document preview, UUID protocol, String... ticks) throws Exception {
        var sent =
                new ArrayList<String>(List.of("_seen", preview.select("input[name=_seen]").val()));
        sent.addAll(List.of("p", protocol.toString()));
        for (var tick : ticks) sent.addAll(List.of(tick, "on"));
        assertThat(
                        send(cast.claireCoordinator, at, sent.toArray(String[]::new))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
    }

    List<String> rows(UUID pps) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select concat_ws(' ', i.title, coalesce(i.every_unit || ' ' || i.every_n || coalesce(' ' || i.times, ''), i.after_what || ' ' || i.after_n), '-',
                                               o.version_number, o.code, coalesce(i.actor_name, '-'))
                                          from careplan.intervention i join careplan.origin o on o.network_id = i.network_id and o.pps_id = i.pps_id
                                           and o.line_id = i.intervention_id where i.pps_id = :pps
                                        """)
                                .param("pps", pps)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    UUID begin(Followed person) throws Exception {
        return UUID.fromString(
                Objects.requireNonNull(
                                send(
                                                cast.claireCoordinator,
                                                "/dossiers/" + person.patient() + "/pps")
                                        .getResponse()
                                        .getRedirectedUrl())
                        .replaceAll(".*/pps/|/modifier", ""));
    }

    static String plan(Followed person, UUID pps) {
        return "/dossiers/" + person.patient() + "/pps/" + pps;
    }

    String tag(UUID id, String action) throws Exception {
        return page(cast.claireCoordinator, "/protocoles/" + id + "/modifier")
                .select("form[action$=" + action + "] input[name=_tag]")
                .val();
    }

    /// The fields of a line as the page shows them.
    List<String> line(UUID id, String key) throws Exception {
        return fields(id, "interventions-" + key, key);
    }

    /// As [#line], of a line of any kind.
    List<String> fields(UUID id, String open, String key) throws Exception {
        var form =
                Objects.requireNonNull(
                        page(
                                        cast.claireCoordinator,
                                        "/protocoles/" + id + "/modifier?ligne=" + open)
                                .selectFirst("form[action$=/" + key + "]"));
        var fields = new ArrayList<String>(List.of("_tag", form.select("input[name=_tag]").val()));
        for (var input : form.select("input.input, select, textarea"))
            fields.addAll(
                    List.of(
                            input.attr("name"),
                            input.tagName().equals("select")
                                    ? input.select("option[selected]").val()
                                    : input.val()));
        return fields;
    }

    static String[] with(List<String> fields, String name, String value) {
        var changed = new ArrayList<>(fields);
        for (int k = 0; k < changed.size(); k += 2)
            if (changed.get(k).equals(name)) changed.set(k + 1, value);
        return changed.toArray(String[]::new);
    }

    MvcResult send(SignedIn who, String path, String... fields) throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return mvc.perform(request).andReturn();
    }

    static UUID id(MvcResult result) {
        return UUID.fromString(
                Objects.requireNonNull(result.getResponse().getRedirectedUrl())
                        .replaceAll(".*/protocoles/|/modifier", ""));
    }

    Document page(SignedIn who, String path) throws Exception {
        var answer = mvc.perform(get(path).with(user(who))).andReturn();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    int status(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse().getStatus();
    }

    static String text(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }
}
