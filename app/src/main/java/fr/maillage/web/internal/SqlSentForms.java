package fr.maillage.web.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.SentForms;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tokens of forms already sent: those of a structure together, whoever sent them; those of who
/// acts for none (an agency, an operator) under their account.
@Component
class SqlSentForms implements SentForms {

    private final JdbcClient sql;
    private final Clock clock;

    SqlSentForms(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String once(@Nullable String token, Supplier<String> act) {
        var id = token == null ? Optional.<UUID>empty() : Ids.parse(token);
        var who = Tenancy.current();
        if (id.isEmpty() || who.acting() == null && who.account() == null) return act.get();
        var of = who.acting() == null ? OF_AN_ACCOUNT : OF_A_STRUCTURE;
        // A concurrent first sending holds the key: this insert waits for its outcome.
        var first =
                sql.sql(of.keep())
                                .param("token", id.get())
                                .param("at", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
        if (!first)
            return sql.sql(of.known()).param("token", id.get()).query(String.class).single();
        var location = act.get();
        sql.sql(of.done()).param("location", location).param("token", id.get()).update();
        return location;
    }

    private record Tokens(String keep, String known, String done) {}

    private static final Tokens OF_A_STRUCTURE =
            new Tokens(
                    "insert into web.sent_form (token, at) values (:token, :at) on conflict do nothing",
                    "select coalesce(location, '/') from web.sent_form where token = :token",
                    "update web.sent_form set location = :location where token = :token");

    private static final Tokens OF_AN_ACCOUNT =
            new Tokens(
                    "insert into web.sent_form_of_account (token, at) values (:token, :at) on conflict do nothing",
                    "select coalesce(location, '/') from web.sent_form_of_account where token = :token",
                    "update web.sent_form_of_account set location = :location where token = :token");
}
