package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Asks the national services each night for what changed since they were last heard, and takes it
/// in. What came before a service fell silent is taken too; but only a list taken to its last page
/// moves its mark, so that nothing is missed: what was taken already changes nothing the next
/// night. While a service is silent, what is known stays, and the state says since when.
@Component
@EnableConfigurationProperties(RefreshProperties.class)
class Refresh implements DailyWork {

    private static final Logger log = LoggerFactory.getLogger(Refresh.class);

    private final Owner owner;
    private final Editions editions;
    private final RefreshProperties properties;
    private final Clock clock;
    private final Pause pause;
    private final Announcements announcements;

    @Autowired
    Refresh(
            Owner owner,
            Editions editions,
            Announcements announcements,
            RefreshProperties properties,
            Clock clock) {
        this(owner, editions, announcements, properties, clock, Thread::sleep);
    }

    Refresh(
            Owner owner,
            Editions editions,
            Announcements announcements,
            RefreshProperties properties,
            Clock clock,
            Pause pause) {
        this.announcements = announcements;
        this.owner = owner;
        this.editions = editions;
        this.properties = properties;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public String name() {
        return "annuaires";
    }

    @Override
    public LocalTime at() {
        return properties.at();
    }

    @Override
    public void run() {
        for (var service : NationalService.values()) {
            var where = properties.of(service);
            if (where.set()) refresh(service, where);
        }
    }

    private void refresh(NationalService service, RefreshProperties.Service where) {
        try (var connection = owner.connect();
                var fhir = new FhirService(where, properties, pause)) {
            connection.setAutoCommit(false);
            if (!locked(connection, service)) return;
            var means = new Round.Means(editions, announcements, properties.overlap(), clock);
            try {
                new Round(connection, service, fhir, means).run();
            } finally {
                warn(new Standing(connection, service));
            }
        } catch (SQLException | RuntimeException e) {
            // the other service is asked all the same
            log.error("the refresh of {} failed", service, e);
        } catch (InterruptedException _) {
            // the application stops: the next night asks again from the same mark
            Thread.currentThread().interrupt();
        }
    }

    /// Two nights go wrong by themselves: who reads the log is told of the third.
    private static void warn(Standing standing) throws SQLException {
        int nights = standing.nights();
        if (nights >= ServiceWorries.NIGHTS)
            log.error("{} could not be taken whole for {} nights", standing.service(), nights);
    }

    /// For the length of the connection: a node that restarts does not ask beside another.
    private static boolean locked(Connection connection, NationalService service)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended('directory.refresh.' || ?, 0))")) {
            statement.setString(1, service.name());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
