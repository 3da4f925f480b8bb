package fr.maillage.network.internal.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One installation serves several structures: each opened while it runs, each shut to the others,
/// what describes the territory common to all.
@IntegrationTest
class OpeningTest extends PageTest {

    private static final String HERE = "/reglages/structures";
    private static final String CHOSEN = "quatre pommes au four";

    @LocalServerPort int port;

    private final Map<UUID, NetworkId> sheets = new LinkedHashMap<>();

    private static String[] structure(String name, String kind, String login) {
        return new String[] {
            "name",
            name,
            "shortName",
            "Essai " + kind,
            "kind",
            kind,
            "region",
            "32",
            "phone",
            "03 27 00 11 22",
            "themes",
            "GERONTOLOGIE",
            "given",
            "Léa",
            "family",
            "TRICOT",
            "login",
            login,
            "_draft",
            "structure-nouvelle"
        };
    }

    private record Head(String name, NetworkId network, Visitor visitor) {}

    /// A structure opened by the operator, whose head chose a password and signed in.
    private Head opened(SignedIn operator, String kind) throws Exception {
        var name = "Structure ouverte " + UUID.randomUUID();
        var login = "lea." + UUID.randomUUID().toString().substring(0, 8);
        var told = form(operator, HERE, 201, structure(name, kind, login));
        assertThat(told.select("[data-login]").text()).isEqualTo(login);
        var password = told.select("[data-password]").text();
        var visitor = new Visitor(port);
        // the page was lost: another, while nobody chose theirs
        var access = "tr:contains(" + name + ") form";
        var again = page(operator, HERE).select(access).attr("action");
        var second = form(operator, again, 201).select("[data-password]").text();
        assertThat(visitor.signIn(login, password).path()).startsWith("/connexion");
        assertThat(visitor.signIn(login, second).path()).isEqualTo("/mot-de-passe");
        visitor.post(
                "/mot-de-passe",
                visitor.get("/mot-de-passe").page(),
                Map.of("actuel", second, "nouveau", CHOSEN, "encore", CHOSEN));
        assertThat(page(operator, HERE).select(access)).as("its head let nobody else in").isEmpty();
        assertThat(refused(operator, again).text()).contains(plain(OpeningText.CLAIMED));
        var id =
                sql.sql("select id from network.network where name = :name")
                        .param("name", name)
                        .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
                        .single();
        return new Head(name, id, visitor);
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-01")
    void a_structure_opened_on_the_running_installation_works_at_once_and_sees_nothing_of_others()
            throws Exception {
        var operator = cast.operator();
        var refused = refused(operator, HERE, "name", "X", "phone", "12", "login", "a b");
        assertThat(refused.select(".field-error, .error").eachText())
                .contains(
                        plain(OpeningText.NAME),
                        plain(OpeningText.SHORT),
                        plain(OpeningText.REGION),
                        plain(OpeningText.THEMES),
                        plain(OpeningText.HEAD),
                        plain(OpeningText.LOGIN));
        assertThat(refused.select("#login").val()).isEqualTo("a b");
        mvc.perform(get(HERE).with(user(cast.helenHead))).andExpect(status().isNotFound());

        // what was typed is kept until it is done
        mvc.perform(
                post("/brouillons")
                        .with(csrf())
                        .with(user(operator))
                        .param("_key", "structure-nouvelle")
                        .param("name", "Une structure"));
        refused(operator, HERE, "name", "X", "_draft", "structure-nouvelle");
        assertThat(drafts(operator)).isOne();
        var theirs = cast.newFollowed(cast.douai, 2, 30).patient();
        var first = opened(operator, "DAC");
        var second = opened(operator, "RESEAU");
        assertThat(drafts(operator)).isZero();
        assertThat(page(operator, HERE).select("tbody th").eachText())
                .contains(first.name(), second.name());
        // a form sent twice opens one
        assertThat(refused(operator, HERE, structure(first.name(), "DAC", "autre.login")).text())
                .contains(plain(OpeningText.NAME_TAKEN));

        // at once: its settings, criteria and grid to start from, a colleague let in
        for (var path :
                List.of(
                        "/reglages/structure",
                        "/reglages/criteres",
                        "/reglages/grille",
                        "/pilotage",
                        "/annuaire",
                        "/registre",
                        "/harmonisation"))
            assertThat(first.visitor().get(path).status()).as(path).isEqualTo(200);
        assertThat(first.visitor().get("/reglages/criteres").page().html())
                .contains("Souhait de la personne")
                .doesNotContain(second.name());
        assertThat(first.visitor().get("/reglages/structure").page().html()).contains(first.name());
        assertThat(rows(first.network(), "select theme_code from network.network_theme"))
                .containsExactly("GERONTOLOGIE");
        assertThat(rows(first.network(), "select label from network.criterion")).isNotEmpty();

        // nothing of the others, whichever is asked; theirs neither
        var ours = cast.newPatient(first.network());
        for (var one : List.of(theirs, cast.newPatient(second.network())))
            assertThat(first.visitor().get("/dossiers/" + one).status()).isEqualTo(404);
        assertThat(first.visitor().get("/dossiers/" + ours).status()).isEqualTo(200);
        assertThat(second.visitor().get("/dossiers/" + ours).status()).isEqualTo(404);
        mvc.perform(get("/dossiers/" + ours).with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/dossiers/" + ours).with(user(operator))).andExpect(status().isNotFound());
        assertThat(rows(first.network(), "select id::text from patient.patient"))
                .containsExactly(ours.toString());
        assertThat(rows(first.network(), "select family_name from network.team_member"))
                .containsExactly("TRICOT");
    }

    private int drafts(SignedIn of) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select count(*) from web.draft where form = 'structure-nouvelle' and account_id = :account")
                                .param("account", of.accountId())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private void sheet(Head of, String type) {
        var id = UUID.randomUUID();
        sheets.put(id, of.network());
        cast.in(
                of.network(),
                () -> {
                    sql.sql(
                                    "insert into registry.structure (id, owner_id, type_code, name, region_code, provenance, commune_code, phone, entrance, does) values (:id, :owner, :type, :name, '32', 'FICTIVE', '59178', '03 27 11 22 33', true, 'Répond aux professionnels.')")
                            .param("id", id)
                            .param("owner", of.network().value())
                            .param("type", type)
                            .param("name", of.name())
                            .update();
                    sql.sql(
                                    "insert into registry.structure_theme (structure_id, theme_code, since) values (:id, 'RHUMATOLOGIE', '2020-01-01')")
                            .param("id", id)
                            .update();
                    return sql.sql(
                                    "insert into registry.declared_area (structure_id, zone_code, since) values (:id, 'AD-DO', '2020-01-01')")
                            .param("id", id)
                            .update();
                });
    }

    @AfterEach
    void closed() {
        // each is its structure's to close: the agency reads it
        sheets.forEach((id, owner) ->
                assertThat(
                                cast.in(
                                        owner,
                                        () ->
                                                sql.sql(
                                                                "update registry.structure set entrance = false, closed_on = coalesce(opened_on, '1990-01-01') where id = :id")
                                                        .param("id", id)
                                                        .update()))
                        .isOne());
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-02")
    void structures_of_a_territory_share_directory_counter_and_register_and_keep_their_own_data()
            throws Exception {
        var operator = cast.operator();
        var all =
                List.of(
                        opened(operator, "RESEAU"),
                        opened(operator, "PLATEFORME"),
                        opened(operator, "DAC"));
        var types = List.of("RESEAU", "PLATEFORME", "DAC");
        for (int i = 0; i < 3; i++) sheet(all.get(i), types.get(i));
        var person = new ArrayList<PatientId>();
        for (var one : all) person.add(cast.newPatient(one.network()));
        sql.sql(
                        "insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, profession, mode, commune_code, commune_name, phone) select md5('810099990001')::uuid, '810099990001', 'Quenouille', 'Rosine', 'quenouille', 'rosine', 'INFIRMIER', 'L', '59178', 'Douai', '0327220001' where not exists (select 1 from directory.activity where hash = md5('810099990001')::uuid)")
                .update();

        // the one counter of the territory answers with each, without signing in
        var anybody = new Visitor(port);
        var answer =
                anybody.post(
                        "/guichet",
                        anybody.get("/guichet").page(),
                        Map.of("commune", "Douai", "theme", "RHUMATOLOGIE", "age", "72"));
        assertThat(answer.status()).isEqualTo(200);
        for (var one : all) assertThat(answer.page().text()).contains(one.name());
        for (int i = 0; i < 3; i++) {
            var here = all.get(i);
            // each reads the whole register, writes its own sheet alone
            for (var other : all)
                assertThat(listed(here.visitor(), other)).as(here.name()).contains(other.name());
            for (var sheet : sheets.entrySet())
                assertThat(
                                cast.in(
                                        here.network(),
                                        () ->
                                                sql.sql(
                                                                "update registry.structure set does = does where id = :id")
                                                        .param("id", sheet.getKey())
                                                        .update()))
                        .isEqualTo(sheet.getValue().equals(here.network()) ? 1 : 0);
            // one directory for all
            assertThat(found(here, "Quenouille")).contains("Quenouille".toUpperCase(Locale.ROOT));
            // its persons are its own
            for (int j = 0; j < 3; j++)
                assertThat(here.visitor().get("/dossiers/" + person.get(j)).status())
                        .isEqualTo(i == j ? 200 : 404);
            assertThat(rows(here.network(), "select id::text from patient.patient"))
                    .containsExactly(person.get(i).toString());
        }
        // the agency of the territory reads their sheets and no file
        assertThat(
                        page(cast.agencyOfficer, register(all.getFirst()))
                                .select("table, .card, li")
                                .text())
                .contains(all.getFirst().name());
        assertThat(
                        cast.as(
                                cast.agencyOfficer,
                                () ->
                                        sql.sql("select count(*) from patient.patient")
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isZero();
    }

    private static String register(Head of) {
        return "/registre?q=" + URLEncoder.encode(of.name(), StandardCharsets.UTF_8);
    }

    private static String listed(Visitor who, Head of) {
        return who.get(register(of)).page().select("table, .card, li").text();
    }

    private static String found(Head who, String typed) {
        Document page = who.visitor().get("/annuaire").page();
        return who.visitor()
                .post("/annuaire", page, Map.of("q", typed))
                .page()
                .text()
                .toUpperCase(Locale.ROOT);
    }
}
