package fr.maillage.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.TeamAccounts;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;

@IntegrationTest
class OperatorAccountTest extends PageTest {

    @Autowired TeamAccounts accounts;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    @BeforeEach
    void no_operator_yet() {
        sql.sql("delete from access.membership where role = 'ADMIN'").update();
    }

    private OperatorAccount asked(String login) {
        return new OperatorAccount(sql, transactions, accounts, clock, login);
    }

    @Test
    void who_runs_the_installation_signs_in_and_opens_no_file() {
        assertThat(asked("").createIfAsked()).isEmpty();
        assertThatThrownBy(() -> asked("un login").createIfAsked()).isInstanceOf(CannotBegin.class);

        var given = asked("exploitant.essai").createIfAsked().orElseThrow();

        var visitor = new Visitor(port);
        assertThat(visitor.signIn(given.login(), given.password()).path())
                .isEqualTo("/mot-de-passe");
        assertThat(asked("autre.essai").createIfAsked()).isEmpty();
    }
}
