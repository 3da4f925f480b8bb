package fr.maillage.casefile.internal.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The crisis plan: its versions, who reads what of it, and where it is found.
@IntegrationTest
class CrisisPlanTest {

    @Autowired Cast cast;

    @Autowired MockMvc mvc;

    @Autowired JdbcClient sql;

    @Autowired Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    @Proves("REQ-FOLLOWUP-09")
    void a_plan_is_versioned_and_each_reads_what_their_part_needs() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/consignes";
        relative(followed, "Denise DURAND", "PERSONNE_DE_CONFIANCE", "0327000077");
        member(followed, cast.nurseLucie, "{TACHES}");

        // nothing written: the numbers are there all the same
        var empty = page(get(cast.claireCoordinator, here), 200);
        assertThat(empty.select(".crisis-page a[href^=tel]").eachAttr("href"))
                .contains("tel:15", "tel:+33327000077", "tel:+33327000002");
        assertThat(empty.select(".crisis-page").text())
                .contains("Aucune consigne n’est écrite", "on ne sait pas, à demander");

        // an empty plan, a plan too long, a day to come are refused, and shown again
        page(post(cast.claireCoordinator, here, "directives", "INCONNU"), 422);
        var refused =
                page(
                        post(
                                cast.claireCoordinator,
                                here,
                                "actions",
                                "a".repeat(4001),
                                "directives",
                                "PEUT-ETRE",
                                "directivesAskedOn",
                                LocalDate.now(clock).plusDays(1).toString()),
                        422);
        assertThat(refused.select("#actions").val()).hasSize(4001);
        assertThat(refused.select("#directivesAskedOn-error, #directives-error")).hasSize(2);

        var form = page(get(cast.claireCoordinator, here + "/modifier"), 200);
        var opened = form.select("input[name=previous]").val();
        page(
                post(
                        cast.claireCoordinator,
                        here,
                        "previous",
                        opened,
                        "callFirst",
                        "La voisine, Mme Blot, a les clés.",
                        "actions",
                        "Ne pas la laisser seule.",
                        "medical",
                        "Sous anticoagulant : toute chute est vue.",
                        "directives",
                        "OUI",
                        "directivesWhere",
                        "chez sa fille",
                        "directivesAskedOn",
                        "2026-05-02",
                        "allergies",
                        "Pénicilline",
                        "allergiesOn",
                        "2026-05-02",
                        "allergiesFrom",
                        "le médecin traitant"),
                302);

        // a colleague who had opened the form before does not write over it
        var overtaken =
                page(
                        post(
                                cast.karimCoordinator,
                                here,
                                "previous",
                                opened,
                                "actions",
                                "Autre chose.",
                                "directives",
                                "NON"),
                        409);
        assertThat(overtaken.select("#actions").val()).isEqualTo("Autre chose.");
        assertThat(overtaken.select("input[name=previous]").val()).isNotEmpty();
        page(
                post(
                        cast.karimCoordinator,
                        here,
                        "previous",
                        overtaken.select("input[name=previous]").val(),
                        "callFirst",
                        "La voisine, Mme Blot, a les clés.",
                        "actions",
                        "Ne pas la laisser seule, fermer le gaz.",
                        "medical",
                        "Sous anticoagulant : toute chute est vue.",
                        "directives",
                        "OUI",
                        "directivesWhere",
                        "chez sa fille",
                        "allergies",
                        "Pénicilline"),
                302);
        var clinical = page(get(cast.claireCoordinator, here), 200);
        assertThat(clinical.select(".crisis-page").text())
                .contains("fermer le gaz", "anticoagulant", "chez sa fille", "Pénicilline")
                .contains("Karim BELKACEM");
        assertThat(clinical.select("details.disclose").text())
                .as("the former version stays")
                .contains("Ne pas la laisser seule.", "Claire DUMONT")
                .doesNotContain("fermer le gaz");

        // home help with her tasks: what to do and whom to call, nothing of health; no editing
        var help = page(get(cast.nurseLucie, here), 200);
        assertThat(help.select("main").text())
                .contains("fermer le gaz", "Mme Blot", "Denise DURAND", "03 27 00 00 77")
                .doesNotContain("anticoagulant", "Directives", "Pénicilline", "Modifier");
        assertThat(help.select("a[href$=/urgence], a[href$=/modifier]")).isEmpty();
        assertThat(get(cast.nurseLucie, here + "/modifier").status()).isIn(403, 404);
        // the secretary who answers the telephone, likewise
        assertThat(page(get(cast.sophieSecretary, here), 200).select("main").text())
                .contains("fermer le gaz")
                .doesNotContain("anticoagulant", "Pénicilline", "Directives");
        // the attending doctor reads the medical part
        assertThat(page(get(cast.drMorel, here), 200).select("main").text())
                .contains("fermer le gaz", "anticoagulant", "Pénicilline");
        page(get(cast.calaisCoordinator, here), 404);
        // the person, in the portal
        var herself =
                cast.register(
                        new SignedIn(
                                java.util.UUID.randomUUID(),
                                "odette",
                                "",
                                "Odette DURAND",
                                fr.maillage.access.Role.PATIENT,
                                java.util.Set.of(cast.douai.value()),
                                java.util.Set.of(),
                                null,
                                followed.patient().value(),
                                null));
        assertThat(page(get(herself, "/mon-plan"), 200).select("main").text())
                .contains("Si ça ne va pas", "fermer le gaz", "chez sa fille");
    }

    /// One click from the top of every page of the file: every address of a file that answers a
    /// page is asked, and so is every page of a file that these pages lead to.
    @Test
    void the_plan_is_at_the_top_of_every_page_of_a_file() throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var file = "/dossiers/" + followed.patient();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into casefile.crisis_plan (patient_id, actions, written_by, written_at) values (:p, 'Fermer le gaz.', 'Claire', now())")
                                .param("p", followed.patient().value())
                                .update());
        var toOpen = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.matches("/dossiers/\\{[^}]+}(/[a-z-]+)*"))
                .filter(path -> !path.contains("/voir-comme/"))
                .forEach(path ->
                        toOpen.add(path.replaceFirst("\\{[^}]+}", followed.patient().toString())));
        assertThat(toOpen).hasSizeGreaterThan(15).contains(file + "/pps", file + "/sejours");
        var seen = new TreeSet<String>();
        var without = new ArrayList<String>();
        int pages = 0;
        while (!toOpen.isEmpty()) {
            var path = toOpen.pollFirst();
            if (!seen.add(path)) continue;
            var answer = get(cast.claireCoordinator, path);
            if (answer.status() != 200 || !answer.html()) continue;
            var page = Jsoup.parse(answer.body());
            if (page.select("main").isEmpty()) continue; // a piece of a page
            pages++;
            var panel = page.select("header.patient details.crisis");
            if (panel.size() != 1
                    || !panel.text().contains("Fermer le gaz.")
                    || panel.select("a[href=tel:15]").isEmpty()
                    || panel.select("a[href=" + file + "/consignes]").isEmpty()
                    || !"u".equals(panel.select("summary").attr("data-key"))) without.add(path);
            page.select("a[href^=" + file + "/]").eachAttr("href").stream()
                    .map(href -> href.replaceAll("[?#].*", ""))
                    // a sheet to print and fill by hand is no page of the file; what somebody else
                    // sees is their page, made as for them
                    .filter(href ->
                            !href.endsWith(".pdf")
                                    && !href.endsWith("/papier")
                                    && !href.contains("/voir-comme/"))
                    .forEach(toOpen::add);
        }
        assertThat(pages).isGreaterThan(18);
        assertThat(without).isEmpty();
    }

    private void relative(Followed followed, String name, String role, String phone) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, relation, phone, since)
                                        values (:p, 'PROCHE', 'PROCHE', :role, :name, 'fille', :phone, '2026-01-01')
                                        """)
                                .param("p", followed.patient().value())
                                .param("role", role)
                                .param("name", name)
                                .param("phone", phone)
                                .update());
    }

    private void member(Followed followed, SignedIn who, String parts) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, rpps, account_id, since, parts)
                                        values (:p, 'PROFESSIONNEL', 'MEDICO_SOCIAL', 'INTERVENANT', :name, 'Aide à domicile', :rpps, :account, '2026-01-01', cast(:parts as text[]))
                                        """)
                                .param("p", followed.patient().value())
                                .param("name", who.displayName())
                                .param("rpps", who.rpps())
                                .param("account", who.accountId())
                                .param("parts", parts)
                                .update());
    }

    private record Answer(int status, boolean html, String body) {}

    private Answer get(SignedIn who, String path) throws Exception {
        var response =
                mvc.perform(MockMvcRequestBuilders.get(path).with(user(who)))
                        .andReturn()
                        .getResponse();
        var type = response.getContentType();
        return new Answer(
                response.getStatus(),
                type != null && type.startsWith(MediaType.TEXT_HTML_VALUE),
                response.getContentAsString(StandardCharsets.UTF_8));
    }

    private Answer post(SignedIn who, String path, String... pairs) throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        return new Answer(
                response.getStatus(), true, response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static Document page(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }
}
