package fr.maillage.demo.internal;

import static java.util.Objects.requireNonNull;

import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The way into an empty installation: `--maillage.first-account=login
/// --maillage.first-structure="Name"` makes the structure, with the default grid and criteria, and
/// its head, whose password is printed once and changed at the first sign-in. Does nothing where
/// somebody can already sign in.
@Component
class FirstAccount {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TeamAccounts accounts;
    private final Clock clock;
    private final String login;
    private final String structure;
    private final String region;

    FirstAccount(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            TeamAccounts accounts,
            Clock clock,
            @Value("${maillage.first-account:}") String login,
            @Value("${maillage.first-structure:}") String structure,
            @Value("${maillage.first-region:32}") String region) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.clock = clock;
        this.login = login.strip();
        this.structure = structure.strip();
        this.region = region.strip();
    }

    /// Throws [CannotBegin], a sentence for whoever starts the installation, when what was asked
    /// cannot be done; nothing is written then.
    Optional<TeamAccounts.Given> createIfAsked() {
        if (login.isEmpty()) {
            if (!structure.isEmpty()) throw new CannotBegin(DemoText.NO_FIRST_ACCOUNT);
            return Optional.empty();
        }
        if (sql.sql("select count(*) from access.account").query((row, _) -> row.getInt(1)).single()
                > 0) {
            Said.line(DemoText.SOMEBODY_ALREADY);
            return Optional.empty();
        }
        if (!TeamAccounts.isLogin(login)) throw new CannotBegin(DemoText.NOT_A_LOGIN);
        if (structure.length() < 3 || structure.length() > 120)
            throw new CannotBegin(DemoText.NO_FIRST_STRUCTURE);
        if (!isRegion()) throw new CannotBegin(DemoText.NOT_A_REGION);
        var network = new NetworkId(Ids.next());
        var given =
                Tenancy.of(network)
                        .call(() -> requireNonNull(transaction.execute(_ -> create(network))));
        Said.line(DemoText.firstAccount(given.login(), given.password()));
        return Optional.of(given);
    }

    private boolean isRegion() {
        return sql.sql(
                        "select exists (select 1 from territory.division where region_code = :region and main)")
                .param("region", region)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private TeamAccounts.Given create(NetworkId network) {
        var today = LocalDate.now(clock);
        var member = Ids.next();
        sql.sql(
                        """
                        insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours)
                        values (:id, :name, :name, 'DAC', 'À préciser', :region, 'à préciser', 'du lundi au vendredi')
                        """)
                .param("id", network.value())
                .param("name", structure)
                .param("region", region)
                .update();
        sql.sql("select network.start_with_defaults()").query((_, _) -> 0).list();
        sql.sql(
                        "insert into network.network_theme (theme_code, since) select code, :today from network.theme")
                .param("today", today)
                .update();
        // who reads health data has a month to choose a second factor: 1 is « SANTE » (adr 0024)
        sql.sql(
                        """
                        insert into network.setting (key, level, value, changed_at)
                        values ('SECOND_FACTOR', -1, '1', :now), ('SECOND_FACTOR_FROM', -1, :day, :now)
                        """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("day", String.valueOf(today.plusDays(30).toEpochDay()))
                .update();
        var given = accounts.open(login, login, Role.HEAD, network, member, today);
        sql.sql(
                        """
                        insert into network.team_member (id, account_id, family_name, given_name, function, since)
                        values (:id, :account, :login, '', 'HEAD', :today)
                        """)
                .param("id", member)
                .param("account", given.account())
                .param("login", login)
                .param("today", today)
                .update();
        return given;
    }
}
