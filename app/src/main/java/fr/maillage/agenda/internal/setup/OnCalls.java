package fr.maillage.agenda.internal.setup;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Permanences of the structure.
@Component
@Transactional
class OnCalls {

    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final Clock clock;

    OnCalls(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param forward where calls are led meanwhile
    record New(UUID member, Instant start, Instant end, @Nullable String forward) {}

    record OnCall(UUID id, String who, Instant start, Instant end, @Nullable String forward) {}

    /// Those that are not over, the next first.
    List<OnCall> notOver(Instant now) {
        return sql.sql(
                        """
                        select c.id, m.given_name || ' ' || upper(m.family_name) as who, c.starts_at, c.ends_at, c.forward_to
                          from agenda.on_call c join network.team_member m on m.network_id = c.network_id and m.id = c.member_id
                         where c.ends_at > :now order by c.starts_at, c.id limit :shown
                        """)
                .param("now", Timestamp.from(now))
                .param("shown", SHOWN)
                .query((row, _) ->
                        new OnCall(
                                row.getObject("id", UUID.class),
                                row.getString("who"),
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant(),
                                row.getString("forward_to")))
                .list();
    }

    void note(New permanence, String by) {
        sql.sql(
                        """
                        insert into agenda.on_call (id, member_id, starts_at, ends_at, forward_to, noted_by, noted_at)
                        values (:id, :member, :start, :end, :forward, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("member", permanence.member())
                .param("start", Timestamp.from(permanence.start()))
                .param("end", Timestamp.from(permanence.end()))
                .param("forward", permanence.forward())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Removes one. Throws `NotFound`.
    void remove(UUID id) {
        if (sql.sql("delete from agenda.on_call where id = :id").param("id", id).update() == 0)
            throw new NotFound("permanence", id);
    }
}
