package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Worries;
import fr.maillage.directory.internal.refresh.Trouble.What;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// National services that have not been taken whole for days, or that the night asks no more.
@Component
@Transactional(readOnly = true)
class ServiceWorries implements Worries {

    /// Two nights may go wrong: the third is for somebody to look at.
    static final int NIGHTS = 3;

    private static final Duration ASKED = Duration.ofHours(50);

    private final JdbcClient sql;
    private final RefreshProperties properties;
    private final Clock clock;

    ServiceWorries(JdbcClient sql, RefreshProperties properties, Clock clock) {
        this.sql = sql;
        this.properties = properties;
        this.clock = clock;
    }

    /// A service as a whole: its list that fails for the longest time.
    private record Known(
            String service,
            Instant tried,
            @Nullable Instant heard,
            @Nullable String failure,
            int failures) {}

    @Override
    public List<Worry> worries() {
        var today = LocalDate.now(clock);
        var found = new ArrayList<Worry>();
        for (var known : known()) {
            var service = NationalService.valueOf(known.service());
            if (!properties.of(service).set()) continue;
            var words = RefreshText.service(known.service());
            if (known.failure() != null && known.failures() >= NIGHTS)
                found.add(
                        new Worry(
                                RefreshText.silent(
                                        words,
                                        What.valueOf(known.failure()),
                                        known.failures(),
                                        known.heard()),
                                true,
                                RefreshText.PAGE));
            else if (known.tried().isBefore(clock.instant().minus(ASKED)))
                found.add(
                        new Worry(
                                RefreshText.notAsked(words, known.tried(), today),
                                true,
                                RefreshText.PAGE));
        }
        return found;
    }

    private List<Known> known() {
        return sql.sql(
                        """
                        select distinct on (service) service, max(tried_at) over (partition by service) as tried_at, heard_at, failure, failures
                          from directory.refresh order by service, failures desc, heard_at nulls first
                        """)
                .query((row, _) ->
                        new Known(
                                row.getString("service"),
                                row.getTimestamp("tried_at").toInstant(),
                                instant(row.getTimestamp("heard_at")),
                                row.getString("failure"),
                                row.getInt("failures")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
