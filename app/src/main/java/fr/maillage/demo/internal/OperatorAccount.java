package fr.maillage.demo.internal;

import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The way in for who runs the installation: `--maillage.operator-account=login` makes an account
/// that loads the national files and looks at the backups, and opens no file. Its password is
/// printed once. Does nothing where there is one already.
@Component
class OperatorAccount {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TeamAccounts accounts;
    private final Clock clock;
    private final String login;

    OperatorAccount(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            TeamAccounts accounts,
            Clock clock,
            @Value("${maillage.operator-account:}") String login) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.clock = clock;
        this.login = login.strip();
    }

    /// Throws [CannotBegin], a sentence for whoever starts the installation, when what was asked
    /// cannot be done; nothing is written then.
    Optional<TeamAccounts.Given> createIfAsked() {
        if (login.isEmpty()) return Optional.empty();
        if (!TeamAccounts.isLogin(login)) throw new CannotBegin(DemoText.NOT_A_LOGIN);
        var structure =
                sql.sql("select id from network.network order by id limit 1")
                        .query((row, _) -> new NetworkId(row.getObject("id", UUID.class)))
                        .optional()
                        .orElseThrow(() -> new CannotBegin(DemoText.NO_STRUCTURE_YET));
        if (sql.sql(
                                "select count(*) from access.membership where role = 'ADMIN' and (until is null or until >= :today)")
                        .param("today", LocalDate.now(clock))
                        .query((row, _) -> row.getInt(1))
                        .single()
                > 0) {
            Said.line(DemoText.OPERATOR_ALREADY);
            return Optional.empty();
        }
        var given =
                Tenancy.of(structure)
                        .call(() ->
                                transaction.execute(_ ->
                                        accounts.open(
                                                login,
                                                login,
                                                Role.ADMIN,
                                                structure,
                                                null,
                                                LocalDate.now(clock))));
        Said.line(DemoText.operator(given.login(), given.password()));
        return Optional.of(given);
    }
}
