package fr.maillage.network.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The head of a structure lets a member in; the password given is good for choosing another, and
/// for nothing else.
@IntegrationTest
class MemberAccessTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @LocalServerPort int port;

    @Test
    void a_member_is_given_an_access_and_chooses_a_password_before_anything_opens() {
        var name = "Zoé-" + UUID.randomUUID().toString().substring(0, 6);
        var member = member(name, "INSTITUTIONAL_COORDINATOR");
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var address = "/reglages/equipe/" + member;
        assertThat(head.get(address).page().text()).contains("ne peut pas encore entrer");

        var given = head.post(address + "/acces", head.get(address).page(), Map.of());
        var words = given.page().select("main dl.facts dd").eachText();
        assertThat(words).hasSize(2);
        assertThat(head.get(address).page().text()).contains(words.getFirst());

        var newcomer = new Visitor(port);
        assertThat(newcomer.signIn(words.get(0), words.get(1)).path()).isEqualTo("/mot-de-passe");
        assertThat(newcomer.get("/pilotage").path()).isEqualTo("/mot-de-passe");
        assertThat(choose(newcomer, words.get(1), "trop court").status()).isEqualTo(422);
        assertThat(choose(newcomer, words.get(1), words.get(1)).status()).isEqualTo(422);
        assertThat(choose(newcomer, words.get(1), "la pluie sur le toit").path())
                .isNotEqualTo("/mot-de-passe");
        assertThat(newcomer.get("/pilotage").path()).isEqualTo("/pilotage");
        assertThat(new Visitor(port).signIn(words.get(0), words.get(1)).path())
                .isEqualTo("/connexion");

        // lost: another is given, under the same login
        var again = head.post(address + "/acces", head.get(address).page(), Map.of());
        assertThat(again.page().select("dl.facts dd").eachText().getFirst())
                .isEqualTo(words.getFirst());
        assertThat(new Visitor(port).signIn(words.get(0), "la pluie sur le toit").path())
                .isEqualTo("/connexion");
    }

    @Test
    void two_members_of_one_name_get_two_logins() {
        var name = "Eve-" + UUID.randomUUID().toString().substring(0, 6);
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var logins =
                java.util.stream.Stream.of(member(name, "SECRETARY"), member(name, "DOCTOR"))
                        .map(id -> "/reglages/equipe/" + id)
                        .map(at ->
                                head.post(at + "/acces", head.get(at).page(), Map.of())
                                        .page()
                                        .select("dl.facts dd")
                                        .eachText()
                                        .getFirst())
                        .toList();
        assertThat(logins.get(1)).isEqualTo(logins.get(0) + ".2");
    }

    @Test
    void nobody_gives_access_to_another_structure_and_only_the_head_gives_one() {
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var page = head.get("/reglages/equipe").page();
        assertThat(
                        head.post(
                                        "/reglages/equipe/"
                                                + cast.calaisCoordinator.member()
                                                + "/acces",
                                        page,
                                        Map.of())
                                .status())
                .isEqualTo(404);
        var secretary = new Visitor(port);
        var desk = secretary.signIn(cast.sophieSecretary.login(), "maillage").page();
        assertThat(
                        secretary
                                .post(
                                        "/reglages/equipe/"
                                                + cast.karimCoordinator.member()
                                                + "/acces",
                                        desk,
                                        Map.of())
                                .status())
                .isEqualTo(404);
    }

    private static Visitor.Answer choose(Visitor who, String current, String chosen) {
        return who.post(
                "/mot-de-passe",
                who.get("/mot-de-passe").page(),
                Map.of("actuel", current, "nouveau", chosen, "encore", chosen));
    }

    private UUID member(String given, String function) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.team_member (id, family_name, given_name, function, since) values (:id, 'ACCES', :given, :function, '2026-01-01')")
                                .param("id", id)
                                .param("given", given)
                                .param("function", function)
                                .update());
        return id;
    }
}
