package fr.maillage.demo.internal;

import fr.maillage.access.Role;
import fr.maillage.kernel.FrenchDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a start says on standard output: the address, and who can sign in. Nothing when no web
/// server was started.
@Component
class Welcome {

    private final JdbcClient sql;
    private final Clock clock;
    private final Environment environment;

    Welcome(JdbcClient sql, Clock clock, Environment environment) {
        this.sql = sql;
        this.clock = clock;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var port = environment.getProperty("local.server.port");
        if (port == null) return;
        Said.line("");
        Said.line("Maillage est prêt : http://localhost:" + port);
        if (demonstration()) {
            Said.line(
                    "Démonstration fictive, nous sommes le "
                            + FrenchDates.longDay(LocalDate.now(clock))
                            + ".");
            Said.line("Peuvent entrer, avec le mot de passe « maillage » :");
            people().forEach(Said::line);
        } else if (nobody()) {
            Said.line(DemoText.FIRST_ACCOUNT);
        }
        Said.line("");
    }

    private List<String> people() {
        return sql.sql(
                        """
                        select distinct on (a.login) a.login, a.display_name, m.role
                        from access.account a join access.membership m on m.account_id = a.id
                        where a.demonstration and a.demonstration_note is not null order by a.login, m.role
                        """)
                .query((row, _) ->
                        "  %-20s %s, %s"
                                .formatted(
                                        row.getString(1),
                                        row.getString(2),
                                        Role.valueOf(row.getString(3))
                                                .label()
                                                .toLowerCase(java.util.Locale.FRENCH)))
                .list();
    }

    private boolean demonstration() {
        return sql.sql("select coalesce(bool_or(demonstration), false) from platform.installation")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private boolean nobody() {
        return sql.sql("select not exists (select 1 from access.account)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
