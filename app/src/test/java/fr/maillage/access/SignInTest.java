package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SignInTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @LocalServerPort int port;

    @Test
    void a_page_asks_to_sign_in_and_comes_back_to_it() {
        var visitor = new Visitor(port);

        var asked = visitor.get("/reprendre");
        var signedIn = visitor.signIn(cast.claireCoordinator.login(), "maillage");

        assertThat(asked.path()).isEqualTo("/connexion");
        assertThat(signedIn.status()).isNotEqualTo(401);
        assertThat(signedIn.path()).isNotEqualTo("/connexion");
    }

    @Test
    void real_installations_list_nobody() {
        assertThat(new Visitor(port).get("/connexion").page().select("button.person")).isEmpty();
    }

    @Test
    void passwords_are_kept_as_digests_only() {
        assertThat(
                        sql.sql("select password_hash from access.account where id = :id")
                                .param("id", cast.claireCoordinator.accountId())
                                .query((row, _) -> row.getString(1))
                                .single())
                .startsWith("$2")
                .doesNotContain("maillage");
    }

    @Test
    void five_wrong_passwords_stop_a_sixth_try_even_a_right_one() {
        var visitor = new Visitor(port);
        var login = cast.karimCoordinator.login();
        sql.sql("delete from access.sign_in_failure").update();

        for (var i = 0; i < 5; i++) {
            assertThat(visitor.signIn(login, "faux").page().text())
                    .contains("Identifiant ou mot de passe incorrect");
        }
        var sixth = visitor.signIn(login, "maillage");

        assertThat(sixth.path()).isEqualTo("/connexion");
        assertThat(sixth.page().text()).contains("Trop d’essais");
        sql.sql("delete from access.sign_in_failure").update();
        assertThat(visitor.signIn(login, "maillage").path()).isNotEqualTo("/connexion");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_given_back_whole() {
        var visitor = new Visitor(port);
        visitor.signIn(cast.claireCoordinator.login(), "maillage");
        var page = visitor.get("/reprendre").page();
        visitor.forgetSession();
        var words = "Mme D. a dit : « je veux rester chez moi » <b>🙂</b>";

        var expired =
                visitor.post(
                        "/brouillons",
                        page,
                        Map.of("_key", "essai", "note", words, "qui", "fille"));

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.page().text()).contains("ce que vous étiez en train d’écrire est gardé");
        var fields = new LinkedHashMap<String, String>();
        expired.page()
                .select("form")
                .first()
                .select("input[type=hidden]")
                .forEach(i -> fields.put(i.attr("name"), i.attr("value")));
        fields.remove("_csrf");
        fields.put("identifiant", cast.claireCoordinator.login());
        fields.put("motdepasse", "maillage");

        var resumed = visitor.post("/connexion", expired.page(), fields);

        assertThat(resumed.path()).isEqualTo("/reprendre");
        var again = resumed.page().select("form[action=/brouillons]");
        assertThat(again.select("input[name=note]").attr("value")).isEqualTo(words);
        assertThat(again.select("input[name=qui]").attr("value")).isEqualTo("fille");
        assertThat(
                        visitor.post(
                                        "/brouillons",
                                        resumed.page(),
                                        Map.of("_key", "essai", "note", words))
                                .status())
                .isEqualTo(200);
        assertThat(visitor.get("/brouillons?form=essai").page().text())
                .contains("je veux rester chez moi");
    }

    @Test
    void a_kept_form_never_leads_to_another_site() {
        var visitor = new Visitor(port);

        var answer =
                visitor.post(
                        "/connexion",
                        visitor.get("/connexion").page(),
                        Map.of(
                                "identifiant",
                                cast.claireCoordinator.login(),
                                "motdepasse",
                                "maillage",
                                "_reprise",
                                "//ailleurs.example/x",
                                "garde.a",
                                "b"));

        assertThat(answer.path()).isNotEqualTo("/reprendre");
    }

    @Test
    void what_does_not_exist_and_what_is_not_allowed_get_the_same_page_and_a_line() {
        var visitor = new Visitor(port);
        visitor.signIn(cast.agencyOfficer.login(), "maillage");
        var before = refusals();

        var forbidden = visitor.get("/courriers");
        var missing = visitor.get("/dossiers/" + UUID.randomUUID());
        var nowhere = visitor.get("/nulle-part");

        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(forbidden.page().select("main").text())
                .isEqualTo(missing.page().select("main").text())
                .isEqualTo(nowhere.page().select("main").text());
        assertThat(refusals()).isGreaterThan(before);
    }

    @Test
    void without_its_token_a_form_is_refused_but_kept() {
        var visitor = new Visitor(port);
        visitor.signIn(cast.claireCoordinator.login(), "maillage");

        var answer =
                visitor.post(
                        "/brouillons",
                        org.jsoup.Jsoup.parse("<input name=_csrf value=perime>"),
                        Map.of("_key", "k", "note", "texte tapé"));

        assertThat(answer.path()).isEqualTo("/reprendre");
        assertThat(answer.page().select("input[name=note]").attr("value")).isEqualTo("texte tapé");
    }

    private int refusals() {
        return sql.sql("select count(*) from access.refusal")
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
