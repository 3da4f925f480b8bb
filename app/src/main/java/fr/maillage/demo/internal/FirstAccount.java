package fr.maillage.demo.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The way into an empty installation: `--maillage.first-account=login
/// --maillage.first-structure="Name"` makes the structure, with the default grid and criteria, and
/// its head, whose password is printed once and kept nowhere in clear. Does nothing where somebody
/// can already sign in.
@Component
class FirstAccount {

    private static final String READABLE =
            "abcdefghjkmnpqrstuvwxyz23456789"; // no l, 1, o, 0, i: it will be copied by hand

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String login;
    private final String structure;

    FirstAccount(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            PasswordEncoder encoder,
            Clock clock,
            @Value("${maillage.first-account:}") String login,
            @Value("${maillage.first-structure:Ma structure}") String structure) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.encoder = encoder;
        this.clock = clock;
        this.login = login.strip();
        this.structure = structure.strip();
    }

    void createIfAsked() {
        if (login.isEmpty()
                || sql.sql("select count(*) from access.account")
                                .query((row, _) -> row.getInt(1))
                                .single()
                        > 0) return;
        var password = password();
        var network = new NetworkId(Ids.next());
        Tenancy.of(network)
                .run(() -> transaction.executeWithoutResult(_ -> create(network, password)));
        Said.line(DemoText.firstAccount(login, password));
    }

    private void create(NetworkId network, String password) {
        var today = LocalDate.now(clock);
        var account = Ids.next();
        var member = Ids.next();
        sql.sql(
                        """
                        insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours)
                        values (:id, :name, :name, 'DAC', 'À préciser', '32', 'à préciser', 'du lundi au vendredi')
                        """)
                .param("id", network.value())
                .param("name", structure)
                .update();
        sql.sql("select network.start_with_defaults()").query((_, _) -> 0).list();
        sql.sql(
                        "insert into network.network_theme (theme_code, since) select code, :today from network.theme")
                .param("today", today)
                .update();
        sql.sql(
                        "insert into access.account (id, login, password_hash, display_name, created_at) values (:id, :login, :hash, :login, :now)")
                .param("id", account)
                .param("login", login)
                .param("hash", encoder.encode(password))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sql.sql(
                        """
                        insert into network.team_member (id, account_id, family_name, given_name, function, since)
                        values (:id, :account, :login, '', 'HEAD', :today)
                        """)
                .param("id", member)
                .param("account", account)
                .param("login", login)
                .param("today", today)
                .update();
        sql.sql(
                        "insert into access.membership (account_id, role, network_id, member_id, since) values (:account, 'HEAD', :network, :member, :today)")
                .param("account", account)
                .param("network", network.value())
                .param("member", member)
                .param("today", today)
                .update();
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++)
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        return password.toString();
    }
}
