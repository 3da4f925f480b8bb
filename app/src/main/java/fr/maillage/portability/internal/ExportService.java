package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.LongWorks;
import fr.maillage.platform.NightWork;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for an export, gives it to who asked and to nobody else, and erases it when its time is
/// over; at night too the cells of old takeovers, which are of no use any more.
@Service
class ExportService implements NightWork {

    /// Cells of a file are kept this long after the work on it is over.
    private static final Duration CELLS = Duration.ofDays(90);

    private final ExportRows exports;
    private final ExportWork work;
    private final LongWorks works;
    private final Trail trail;
    private final JdbcClient sql;
    private final Clock clock;

    ExportService(
            ExportRows exports,
            ExportWork work,
            LongWorks works,
            Trail trail,
            JdbcClient sql,
            Clock clock) {
        this.exports = exports;
        this.work = work;
        this.works = works;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    public UUID ask() {
        if (exports.working())
            throw new FormRefused(new FormErrors().add("export", ExportText.ALREADY));
        var who = SignedIn.current();
        var id = Ids.next();
        exports.insert(id, clock.instant(), who.displayName());
        works.start(work, who.network(), id);
        return id;
    }

    /// The file, for who asked. Throws `NotFound` for anybody else, and once it is erased. Each
    /// person whose file is in it reads in her journal that it left.
    @Transactional
    public Path download(UUID id) {
        var export = exports.get(id);
        var who = SignedIn.current();
        var file = work.file(who.network(), id);
        if (!export.askedBy().equals(who.accountId())
                || !export.state().equals("PRET")
                || !Files.exists(file)) throw new NotFound("export", id);
        trail.exported(
                "EXPORT COMPLET",
                sql.sql("select id from patient.identity")
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list(),
                id);
        exports.downloaded(id, clock.instant());
        return file;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    @Transactional
    public void forStructure(NetworkId network) {
        for (var id : exports.expired(clock.instant())) {
            try {
                Files.deleteIfExists(work.file(network, id));
            } catch (IOException e) {
                throw new UncheckedIOException("an export could not be erased", e);
            }
            exports.erased(id);
        }
        var before = Timestamp.from(clock.instant().minus(CELLS));
        sql.sql(
                        """
                        delete from portability.line l using portability.takeover t
                         where t.network_id = l.network_id and t.id = l.takeover_id and coalesce(t.ended_at, t.created_at) < :before
                        """)
                .param("before", before)
                .update();
        sql.sql(
                        """
                        update portability.takeover set erased_at = :now, state = case when state in ('COLONNES', 'VALEURS', 'CONTROLEE') then 'ABANDONNEE' else state end
                         where erased_at is null and coalesce(ended_at, created_at) < :before
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", before)
                .update();
    }
}
