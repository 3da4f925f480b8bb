package fr.maillage.web.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.web.SentForms;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
        var id = token == null ? java.util.Optional.<java.util.UUID>empty() : Ids.parse(token);
        if (id.isEmpty()) return act.get();
        // A concurrent first sending holds the key: this insert waits for its outcome.
        var first =
                sql.sql(
                                        "insert into web.sent_form (token, at) values (:token, :at) on conflict do nothing")
                                .param("token", id.get())
                                .param("at", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
        if (!first) {
            return sql.sql("select coalesce(location, '/') from web.sent_form where token = :token")
                    .param("token", id.get())
                    .query(String.class)
                    .single();
        }
        var location = act.get();
        sql.sql("update web.sent_form set location = :location where token = :token")
                .param("location", location)
                .param("token", id.get())
                .update();
        return location;
    }
}
