package fr.maillage.platform.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.FailedPublications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

@Component
class SqlFailedPublications implements FailedPublications {

    /// A listener takes seconds: one that still runs after this was cut off with its server.
    private static final Duration LOST = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient sql;
    private final FailedEventPublications failed;
    private final Clock clock;

    SqlFailedPublications(JdbcClient sql, FailedEventPublications failed, Clock clock) {
        this.sql = sql;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public List<Failed> of(NetworkId network) {
        return sql.sql(
                        """
                        select id, event_type, listener_id, publication_date, completion_attempts, last_resubmission_date
                          from platform.event_publication
                         where status = 'FAILED' and cast(serialized_event as jsonb) -> 'network' ->> 'value' = :network
                         order by publication_date, id limit 500
                        """)
                .param("network", network.value().toString())
                .query(SqlFailedPublications::failed)
                .list();
    }

    private static Failed failed(ResultSet row, int line) throws SQLException {
        var since = row.getTimestamp("publication_date").toInstant();
        var attempts = Math.max(1, row.getInt("completion_attempts"));
        var last = last(since, row.getTimestamp("last_resubmission_date"));
        return new Failed(
                row.getObject("id", UUID.class),
                simple(row.getString("event_type")),
                listener(row.getString("listener_id")),
                since,
                attempts,
                last,
                attempts < MOST_ATTEMPTS ? last.plus(FailedPublications.wait(attempts)) : null);
    }

    private static Instant last(
            Instant since, @org.jspecify.annotations.Nullable Timestamp resubmitted) {
        return resubmitted == null ? since : resubmitted.toInstant();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    // « fr.maillage.followup.internal.SweepWhenSomethingChanges.on(…) » without its arguments
    private static String listener(String id) {
        var name = id.replaceFirst("\\(.*", "");
        var method = name.lastIndexOf('.');
        return method < 0 ? name : simple(name.substring(0, method));
    }

    @Override
    public boolean retry(NetworkId network, UUID id) {
        if (of(network).stream().noneMatch(f -> f.id().equals(id))) return false;
        resubmit(Set.of(id));
        return true;
    }

    @Override
    public int retryDue() {
        var now = clock.instant();
        sql.sql(
                        """
                        update platform.event_publication set status = 'FAILED'
                         where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED') and completion_date is null
                           and coalesce(last_resubmission_date, publication_date) < :lost
                        """)
                .param("lost", Timestamp.from(now.minus(LOST)))
                .update();
        var due =
                sql
                        .sql(
                                """
                                select id, event_type, listener_id, publication_date, completion_attempts, last_resubmission_date
                                  from platform.event_publication where status = 'FAILED' order by publication_date, id limit 500
                                """)
                        .query(SqlFailedPublications::failed)
                        .list()
                        .stream()
                        .filter(f -> f.next() != null && !f.next().isAfter(now))
                        .map(Failed::id)
                        .collect(Collectors.toSet());
        if (!due.isEmpty()) resubmit(due);
        return due.size();
    }

    private void resubmit(Set<UUID> ids) {
        failed.resubmit(
                ResubmissionOptions.defaults()
                        .withBatchSize(10_000)
                        .withMaxInFlight(100)
                        .withFilter(p -> ids.contains(p.getIdentifier())));
    }

    @Override
    public void forgetOld() {
        sql.sql(
                        """
                        delete from platform.event_publication
                         where status = 'COMPLETED' and coalesce(last_resubmission_date, publication_date) < :before
                        """)
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
