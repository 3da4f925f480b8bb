package fr.maillage.network.internal.opening;

import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Openings;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class SqlOpenings implements Openings {

    /// Days the head has to choose a second factor (adr 0024).
    private static final int GRACE = 30;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TeamAccounts accounts;
    private final Clock clock;

    SqlOpenings(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            TeamAccounts accounts,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        // under the new structure, whoever asks and whatever they may see
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Opened open(NewStructure structure) {
        var network = new NetworkId(Ids.next());
        return Tenancy.of(network)
                .call(() ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> create(network, structure))));
    }

    /// Whether a structure bears this name, accents and case aside.
    boolean taken(String name) {
        return sql.sql(
                        "select exists (select 1 from network.network where platform.search_key(name) = platform.search_key(:name))")
                .param("name", name)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private Opened create(NetworkId network, NewStructure structure) {
        var today = LocalDate.now(clock);
        // one opening at a time, so that a form sent twice opens one structure
        sql.sql("select pg_advisory_xact_lock(hashtextextended('network.opening', 0))")
                .query((_, _) -> 0)
                .list();
        if (taken(structure.name())) throw FormRefused.because("name", OpeningText.NAME_TAKEN);
        sql.sql(
                        """
                        insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours, created_at)
                        values (:id, :name, :short, :kind, 'À préciser', :region, :phone, 'du lundi au vendredi', :now)
                        """)
                .param("id", network.value())
                .param("name", structure.name())
                .param("short", structure.shortName())
                .param("kind", structure.kind())
                .param("region", structure.region())
                .param("phone", structure.phone())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sql.sql("select network.start_with_defaults()").query((_, _) -> 0).list();
        sql.sql(
                        "insert into network.network_theme (theme_code, since) select code, :today from network.theme where code = any (:themes)")
                .param("today", today)
                .param("themes", structure.themes().toArray(String[]::new))
                .update();
        // who reads health data has a month to choose a second factor: 1 is « SANTE » (adr 0024)
        sql.sql(
                        """
                        insert into network.setting (key, level, value, changed_at)
                        values ('SECOND_FACTOR', -1, '1', :now), ('SECOND_FACTOR_FROM', -1, :day, :now)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("day", String.valueOf(today.plusDays(GRACE).toEpochDay()))
                .update();
        var member = Ids.next();
        var head =
                accounts.open(
                        structure.login(),
                        (structure.given() + " " + structure.family()).strip(),
                        Role.HEAD,
                        network,
                        member,
                        today);
        sql.sql(
                        """
                        insert into network.team_member (id, account_id, family_name, given_name, function, since)
                        values (:id, :account, :family, :given, 'HEAD', :today)
                        """)
                .param("id", member)
                .param("account", head.account())
                .param("family", structure.family())
                .param("given", structure.given())
                .param("today", today)
                .update();
        return new Opened(network, head);
    }
}
