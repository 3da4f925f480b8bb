package fr.maillage.directory.internal.load;

import fr.maillage.directory.DirectoryChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells once that an edition is in use. An import commits on a connection of its own; what it
/// could not tell because the application stopped in between is told at the next start.
@Component
public class Announcements {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Announcements(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /// Tells what was not told, oldest first.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tell() {
        sql.sql(
                        """
                        with told as (update directory.edition set told_at = :now
                                       where told_at is null and source in ('PERSONNES', 'ANNUAIRE_FHIR') and state = 'FAITE' returning id, begun_at)
                        select id from told order by begun_at
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .forEach(id -> events.publishEvent(new DirectoryChanged(id)));
    }
}
