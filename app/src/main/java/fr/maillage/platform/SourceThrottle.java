package fr.maillage.platform;

import fr.maillage.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts what one source does on the public pages. The address itself is kept nowhere, only its
/// digest, and for a day; nothing of what was asked.
@Component
public class SourceThrottle {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient sql;
    private final Clock clock;

    SourceThrottle(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whether this source may do `what` once more, at most `most` times in an hour; counts it.
    @Transactional
    public boolean may(String address, String what, int most) {
        var key = Sha256.of(address);
        var now = clock.instant();
        sql.sql("delete from platform.source_use where at < :old")
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        var used =
                sql.sql(
                                "select count(*) as used, 0 as none from platform.source_use where key = :key and what = :what and at > :since")
                        .param("key", key)
                        .param("what", what)
                        .param("since", Timestamp.from(now.minus(HOUR)))
                        .query((row, _) -> row.getInt("used"))
                        .single();
        if (used >= most) return false;
        sql.sql("insert into platform.source_use (key, what, at) values (:key, :what, :now)")
                .param("key", key)
                .param("what", what)
                .param("now", Timestamp.from(now))
                .update();
        return true;
    }
}
