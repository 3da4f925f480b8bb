package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.load.Remarks;
import fr.maillage.directory.internal.refresh.NationalService.Asking;
import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.directory.internal.ror.RorStore;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
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
            var where = service == NationalService.ROR ? properties.ror() : properties.annuaire();
            if (where.address() != null && !where.address().isBlank()) refresh(service, where);
        }
    }

    private void refresh(NationalService service, RefreshProperties.Service where) {
        try (var connection = owner.connect();
                var fhir = new FhirService(where, properties, pause)) {
            connection.setAutoCommit(false);
            if (locked(connection, service)) new Round(connection, service, fhir).run();
        } catch (SQLException | RuntimeException e) {
            // the other service is asked all the same
            log.error("the refresh of {} failed", service, e);
        } catch (InterruptedException _) {
            // the application stops: the next night asks again from the same mark
            Thread.currentThread().interrupt();
        }
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

    /// One night of one service.
    private final class Round {

        private final Connection connection;
        private final NationalService service;
        private final FhirService fhir;
        private final Remarks remarks = new Remarks();
        private final Taking store;
        private final Map<String, Instant> marks = new HashMap<>();
        private final List<Heard> heard = new ArrayList<>();
        private @Nullable UUID edition;
        private long lines;

        private record Heard(
                String type, @Nullable Instant mark, @Nullable What failure, long taken) {}

        Round(Connection connection, NationalService service, FhirService fhir)
                throws SQLException {
            this.connection = connection;
            this.service = service;
            this.fhir = fhir;
            this.store =
                    service == NationalService.ROR
                            ? new RorTaking(new RorStore(connection, remarks, clock.instant()))
                            : new AnnuaireStore(connection, remarks);
            marks();
            connection.commit();
        }

        private void marks() throws SQLException {
            try (var statement =
                    connection.prepareStatement(
                            "select resource, mark from directory.refresh where service = ? and mark is not null")) {
                statement.setString(1, service.name());
                try (var row = statement.executeQuery()) {
                    while (row.next()) marks.put(row.getString(1), row.getTimestamp(2).toInstant());
                }
            }
        }

        void run() throws SQLException, InterruptedException {
            @Nullable What silent = null;
            try {
                for (var list : service.lists()) {
                    if (silent == null) silent = asked(list);
                    else heard.add(new Heard(list.type(), null, silent, 0));
                }
                if (edition != null) {
                    editions.progress(edition, Editions.Step.TAKING_CHANGES, 0, lines);
                    var taken = store.merge(edition);
                    said();
                    Editions.ended(
                            connection,
                            edition,
                            lines,
                            taken.before(),
                            taken.changed(),
                            taken.gone());
                    connection.commit();
                    editions.remarks(edition, remarks);
                    announcements.tell();
                } else {
                    said();
                    connection.commit();
                }
            } catch (SQLException | InterruptedException | RuntimeException e) {
                connection.rollback();
                if (edition != null) editions.failed(edition);
                throw e;
            }
        }

        /// Asks for one list; what stops the whole service, null when it answers.
        private @Nullable What asked(Asking list) throws SQLException, InterruptedException {
            var mark = marks.get(list.type());
            long before = lines;
            try {
                var listed =
                        fhir.list(
                                list.type(),
                                mark == null ? null : mark.minus(properties.overlap()),
                                list.includes(),
                                new FhirService.Each() {
                                    @Override
                                    public void resource(Resource resource, boolean included)
                                            throws SQLException {
                                        take(list, resource, included);
                                    }

                                    @Override
                                    public void page() throws SQLException {
                                        connection.commit();
                                        editions.progress(begun(), Editions.Step.READING, 0, lines);
                                    }
                                });
                var announced = listed.announced();
                if (announced != null && announced != listed.taken())
                    remarks.add(
                            Reason.TOTAL,
                            null,
                            list.type() + " " + listed.taken() + " / " + announced);
                if (announced != null && announced > listed.taken())
                    throw new Trouble(What.INCOMPLETE, null);
                heard.add(
                        new Heard(list.type(), later(mark, listed.latest()), null, listed.taken()));
                return null;
            } catch (Trouble e) {
                log.warn(
                        "{} {}: {}",
                        service,
                        list.type(),
                        e.what(),
                        e.what() == What.ANSWER ? e : null);
                heard.add(new Heard(list.type(), null, e.what(), lines - before));
                return switch (e.what()) {
                    case UNREACHABLE, BUSY, REFUSED -> e.what();
                    case ANSWER, LOOP, ELSEWHERE, INCOMPLETE -> null;
                };
            }
        }

        private void take(Asking list, Resource resource, boolean included) throws SQLException {
            lines++;
            boolean wanted =
                    included
                            ? list.brought().contains(resource.fhirType())
                            : list.type().equals(resource.fhirType());
            if (wanted) store.add(resource);
            else remarks.add(Reason.RESOURCE_TYPE, null, resource.fhirType());
        }

        private UUID begun() {
            var known = edition;
            if (known == null)
                edition =
                        known =
                                editions.begin(
                                        service.source(), service.name(), RefreshText.NIGHT, 0);
            return known;
        }

        /// A service whose clock is ahead would hide what changes until then.
        private @Nullable Instant later(@Nullable Instant mark, @Nullable Instant latest) {
            if (latest == null) return mark;
            var seen = latest.isAfter(clock.instant()) ? clock.instant() : latest;
            return mark != null && mark.isAfter(seen) ? mark : seen;
        }

        /// Writes what each list answered, in the transaction that takes it in.
        private void said() throws SQLException {
            try (var statement =
                    connection.prepareStatement(
                            """
                            insert into directory.refresh as r (service, resource, mark, tried_at, heard_at, failure, failures, taken) values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (service, resource) do update set mark = coalesce(excluded.mark, r.mark), tried_at = excluded.tried_at,
                              heard_at = coalesce(excluded.heard_at, r.heard_at), failure = excluded.failure,
                              failures = case when excluded.failure is null then 0 else r.failures + 1 end, taken = excluded.taken
                            """)) {
                var now = Timestamp.from(clock.instant());
                for (var each : heard) {
                    statement.setString(1, service.name());
                    statement.setString(2, each.type());
                    statement.setTimestamp(
                            3, each.mark() == null ? null : Timestamp.from(each.mark()));
                    statement.setTimestamp(4, now);
                    statement.setTimestamp(5, each.failure() == null ? now : null);
                    statement.setString(6, each.failure() == null ? null : each.failure().name());
                    statement.setInt(7, each.failure() == null ? 0 : 1);
                    statement.setLong(8, each.taken());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /// The ROR's store, as the refresh fills it.
    private record RorTaking(RorStore store) implements Taking {

        @Override
        public void add(Resource resource) throws SQLException {
            store.add(null, null, resource, null);
        }

        @Override
        public Taken merge(UUID edition) throws SQLException {
            var merged = store.merge(false);
            return new Taken(merged.before(), merged.changed(), merged.gone());
        }
    }
}
