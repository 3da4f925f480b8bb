package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.load.Remarks;
import fr.maillage.directory.internal.load.Stop;
import fr.maillage.directory.internal.refresh.NationalService.Asking;
import fr.maillage.directory.internal.refresh.Standing.Heard;
import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.directory.internal.ror.RorStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One night of one service.
final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    private final Editions editions;
    private final Announcements announcements;
    private final Duration overlap;
    private final Clock clock;
    private final Connection connection;
    private final NationalService service;
    private final FhirService fhir;
    private final Remarks remarks = new Remarks();
    private final Taking store;
    private final Standing standing;
    private final Map<String, Instant> marks;
    private final List<Heard> heard = new ArrayList<>();
    private @Nullable UUID edition;
    private long lines;

    Round(Connection connection, NationalService service, FhirService fhir, Means means)
            throws SQLException {
        this.editions = means.editions();
        this.announcements = means.announcements();
        this.overlap = means.overlap();
        this.clock = means.clock();
        this.connection = connection;
        this.service = service;
        this.fhir = fhir;
        this.store =
                service == NationalService.ROR
                        ? new RorTaking(new RorStore(connection, remarks, clock.instant()))
                        : new AnnuaireStore(connection, remarks);
        this.standing = new Standing(connection, service);
        this.marks = standing.marks();
        connection.commit();
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
                standing.say(heard, clock.instant());
                editions.remarks(edition, remarks);
                editions.ended(
                        connection, edition, lines, taken.before(), taken.changed(), taken.gone());
                connection.commit();
                announce();
            } else {
                standing.say(heard, clock.instant());
                connection.commit();
            }
        } catch (InterruptedException e) {
            stopped(Stop.APPLICATION);
            throw e;
        } catch (SQLException | RuntimeException e) {
            stopped(Stop.of(e));
            notTaken(e);
            throw e;
        }
    }

    private void stopped(Stop why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            log.warn("the refresh of {} could not be taken back: its connection is gone", service);
        }
        if (edition != null) editions.failed(edition, why);
    }

    /// Says of every list that nothing of it was taken in: its state would be the one of a good
    /// night otherwise, night after night.
    private void notTaken(Exception why) {
        heard.clear();
        for (var list : service.lists()) heard.add(new Heard(list.type(), null, What.NOT_TAKEN, 0));
        try {
            standing.say(heard, clock.instant());
            connection.commit();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /// What came is in use whatever becomes of this: the next import tells it.
    private void announce() {
        try {
            announcements.tell();
        } catch (RuntimeException e) {
            log.error("what {} changed could not be announced", service, e);
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
                            mark == null ? null : mark.minus(overlap),
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
                        Reason.TOTAL, null, list.type() + " " + listed.taken() + " / " + announced);
            if (announced != null && announced > listed.taken())
                throw new Trouble(What.INCOMPLETE, null);
            heard.add(new Heard(list.type(), later(mark, listed.latest()), null, listed.taken()));
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
                case UNREACHABLE, SLOW, BUSY, REFUSED, IN_CLEAR -> e.what();
                case ANSWER, LOOP, ELSEWHERE, INCOMPLETE, HUGE, NOT_TAKEN -> null;
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
                    known = editions.begin(service.source(), service.name(), RefreshText.NIGHT, 0);
        return known;
    }

    /// A service whose clock is ahead would hide what changes until then.
    private @Nullable Instant later(@Nullable Instant mark, @Nullable Instant latest) {
        if (latest == null) return mark;
        var seen = latest.isAfter(clock.instant()) ? clock.instant() : latest;
        return mark != null && mark.isAfter(seen) ? mark : seen;
    }

    /// What a round works with.
    ///
    /// @param overlap asked again before the mark
    record Means(Editions editions, Announcements announcements, Duration overlap, Clock clock) {}

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
