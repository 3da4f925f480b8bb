package fr.maillage.careplan.internal.cowriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A plan and the people around it, for tests of what they write together.
record Around(MockMvc mvc, Cast cast, JdbcClient sql, Followed followed) {

    /// What came back.
    record Page(int status, @Nullable String location, Document html) {
        String text() {
            return html.text();
        }

        /// The form sent to an address that ends so.
        FormElement form(String action) {
            return (FormElement)
                    Objects.requireNonNull(
                            html.selectFirst("form[action$=" + action + "]"), () -> action);
        }
    }

    Page open(SignedIn who, String path) throws Exception {
        return page(mvc.perform(get(path).with(user(who))).andReturn().getResponse());
    }

    /// The form as it was printed, with some fields typed over.
    Page send(SignedIn who, FormElement form, String... over) throws Exception {
        return send(who, form, false, over);
    }

    Page send(SignedIn who, FormElement form, boolean inPlace, String... over) throws Exception {
        var request = MockMvcRequestBuilders.post(form.attr("action")).with(user(who)).with(csrf());
        if (inPlace) request.header("X-Maillage-In-Place", "1");
        var typed = List.of(over);
        for (var field : form.formData()) {
            var name = field.key();
            var at = typed.indexOf(name);
            if (name.equals("_csrf") || at >= 0 && at % 2 == 0 || inPlace && name.equals("_once"))
                continue;
            request.param(name, field.value());
        }
        for (int k = 0; k < over.length; k += 2)
            if (!over[k + 1].isEmpty()) request.param(over[k], over[k + 1]);
        return page(mvc.perform(request).andReturn().getResponse());
    }

    Page post(SignedIn who, String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path).with(user(who)).with(csrf());
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return page(mvc.perform(request).andReturn().getResponse());
    }

    private static Page page(MockHttpServletResponse response) throws Exception {
        return new Page(
                response.getStatus(),
                response.getRedirectedUrl(),
                Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8)));
    }

    String base() {
        return "/dossiers/" + followed.patient() + "/pps";
    }

    String lines() {
        return "/dossiers/" + followed.patient() + "/plan";
    }

    SignedIn claire() {
        return cast.claireCoordinator;
    }

    /// A draft with a medical goal and its act, by the nurse when she is named.
    UUID draft(@Nullable UUID nurse) throws Exception {
        assertThat(post(claire(), base()).status()).isEqualTo(302);
        var pps =
                id(
                        "select id from careplan.pps where status = 'BROUILLON' and patient_id = :id",
                        followed.patient().value());
        var at = base() + "/" + pps;
        saved(
                post(
                        claire(),
                        at + "/objectifs",
                        "title",
                        "Marcher dehors",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "MEDICAL",
                        "target",
                        "10 minutes"));
        saved(
                post(
                        claire(),
                        at + "/interventions",
                        "title",
                        "Pansement",
                        "type",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "starts_on",
                        "2026-06-10",
                        "unit",
                        "SEMAINE",
                        "every_n",
                        "1",
                        "times",
                        "8",
                        "place",
                        "Domicile",
                        "actor",
                        nurse == null ? "" : nurse.toString(),
                        "goal",
                        goal(pps).toString()));
        var form = open(claire(), at + "/modifier").form("/sections/CONDUITE");
        saved(send(claire(), form, "reassess_on", "2027-01-01"));
        return pps;
    }

    /// The same, in force by the doctor's opinion.
    UUID inForce(@Nullable UUID nurse) throws Exception {
        var pps = draft(nurse);
        saved(post(claire(), base() + "/" + pps + "/soumettre"));
        saved(
                post(
                        claire(),
                        base() + "/" + pps + "/avis",
                        "opinion",
                        "VALIDE",
                        "given_by",
                        "Dr Anne MOREL",
                        "given_on",
                        "2026-06-02",
                        "channel",
                        "COURRIER"));
        return pps;
    }

    static void saved(Page page) {
        assertThat(page.status()).as(page.html().select(".error").text()).isEqualTo(302);
    }

    UUID goal(UUID pps) {
        return id(
                "select goal_id from careplan.goal where pps_id = :id order by rank limit 1", pps);
    }

    UUID act(UUID pps) {
        return id(
                "select intervention_id from careplan.intervention where pps_id = :id order by rank limit 1",
                pps);
    }

    /// A line of the circle.
    UUID joins(SignedIn who, String profession, String... parts) {
        var id = UUID.randomUUID();
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, account_id, since, parts)
                                        values (:id, :patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, :profession, :account, '2026-01-01', :parts)
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("name", who.displayName())
                                .param("profession", profession)
                                .param("account", who.accountId())
                                .param("parts", parts)
                                .update());
        return id;
    }

    UUID id(String question, UUID of) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(question)
                                .param("id", of)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    String text(String question, UUID of) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(question)
                                .param("id", of)
                                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
                                .single());
    }

    /// Tasks that wait about this person, once what follows an act was done.
    void tasks(String... titles) throws InterruptedException {
        for (int wait = 0; wait < 100 && !open().equals(List.of(titles)); wait++) Thread.sleep(50);
        assertThat(open()).containsExactly(titles);
    }

    private List<String> open() {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "select title from followup.task where patient_id = :id and done_at is null and assigned_to = :member order by title")
                                .param("id", followed.patient().value())
                                .param("member", claire().member())
                                .query((row, _) -> row.getString(1))
                                .list());
    }
}
