package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.kernel.Ids;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.Visitor;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/// A right withdrawn while somebody is signed in is lost at their next request.
@IntegrationTest
class RevocationTest {

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;

    private final UUID account = Ids.next();
    private final UUID member = Ids.next();
    private final String login = "revocation." + account;

    @BeforeEach
    void a_coordinator_joins() {
        transaction.executeWithoutResult(_ ->
                sql.sql(
                                "insert into access.account (id, login, password_hash, display_name) values (:id, :login, :hash, 'Ivan ROCHE')")
                        .param("id", account)
                        .param("login", login)
                        .param("hash", new BCryptPasswordEncoder(4).encode("maillage"))
                        .update());
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.team_member (id, account_id, family_name, given_name, function, since) values (:id, :account, :name, 'Ivan', 'COORDINATOR', '2020-01-01')")
                                .param("id", member)
                                .param("account", account)
                                .param("name", "ROCHE" + account)
                                .update());
        right("COORDINATOR");
    }

    private void right(String role) {
        transaction.executeWithoutResult(_ ->
                sql.sql(
                                "insert into access.membership (account_id, role, network_id, member_id, since) values (:id, :role, :network, :member, '2020-01-01')")
                        .param("id", account)
                        .param("role", role)
                        .param("network", cast.douai.value())
                        .param("member", member)
                        .update());
    }

    private void change(String statement) {
        transaction.executeWithoutResult(_ -> sql.sql(statement).param("id", account).update());
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        visitor.signIn(login, "maillage");
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/dossiers");
        return visitor;
    }

    @Test
    void a_membership_that_ended_closes_the_session_at_the_next_request() {
        var visitor = signedIn();
        change("update access.membership set until = '2020-01-02' where account_id = :id");
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/connexion");
        assertThat(visitor.signIn(login, "maillage").path()).isEqualTo("/connexion");
    }

    @Test
    void a_closed_account_closes_the_session_at_the_next_request() {
        var visitor = signedIn();
        change("update access.account set disabled_at = now() where id = :id");
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/connexion");
    }

    @Test
    void another_role_is_not_slipped_into_a_session_and_asks_to_sign_in_again() {
        var visitor = signedIn();
        change("delete from access.membership where account_id = :id");
        right("SECRETARY");
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/connexion");
        visitor.signIn(login, "maillage");
        assertThat(visitor.get("/dossiers").page().select(".whoami-name").text())
                .contains("Ivan ROCHE", Role.SECRETARY.label());
    }

    @Test
    void what_changed_of_a_person_who_stays_is_read_anew_in_the_same_session() {
        var visitor = signedIn();
        change("update access.account set display_name = 'Ivan LEMAIRE' where id = :id");
        assertThat(visitor.get("/dossiers").page().select(".whoami-name").text())
                .contains("Ivan LEMAIRE");
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/dossiers");
    }

    @Test
    void
            a_member_given_a_last_day_keeps_their_rights_until_that_day_and_back_when_it_is_withdrawn() {
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var visitor = signedIn();

        leave(head, LocalDate.now(clock).toString());
        assertThat(visitor.get("/dossiers").path()).as("the last day").isEqualTo("/dossiers");
        leave(head, LocalDate.now(clock).minusDays(1).toString());
        assertThat(visitor.get("/dossiers").path()).isEqualTo("/connexion");
        leave(head, "");
        assertThat(visitor.signIn(login, "maillage").path()).isNotEqualTo("/connexion");
    }

    private void leave(Visitor head, String until) {
        var address = "/reglages/equipe/" + member;
        var page = head.get(address).page();
        var done =
                head.post(
                        address,
                        page,
                        Map.of(
                                "familyName", "ROCHE" + account,
                                "givenName", "Ivan",
                                "function", "COORDINATOR",
                                "fte", "1",
                                "since", "2020-01-01",
                                "until", until,
                                "version", page.select("input[name=version]").val()));
        assertThat(done.path()).isEqualTo("/reglages/equipe");
    }
}
