package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.directory.internal.load.Editions.Edition;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files that were refused and not given again since, people that grow old, files in the folder
/// nobody knows what to do with.
@Component
@Transactional(readOnly = true)
class FileWorries implements Worries {

    /// The extraction is published every day; one older than this was forgotten.
    private static final Duration OLD = Duration.ofDays(45);

    private static final Set<String> TAKEN = Set.of("FAITE", "IDENTIQUE");

    private final JdbcClient sql;
    private final Clock clock;
    private final DropFolder folder;

    FileWorries(JdbcClient sql, Clock clock, DropFolder folder) {
        this.sql = sql;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public List<Worry> worries() {
        var today = LocalDate.now(clock);
        var found = new ArrayList<Worry>();
        // the last that ended, and the last that was taken, of each file
        var ended = last("e.state <> 'EN_COURS'");
        for (var e : ended)
            if (!TAKEN.contains(e.state()) && Sources.LOADED.contains(e.source()))
                found.add(
                        new Worry(
                                LoadText.notTaken(e, today),
                                false,
                                EditionScreens.HOME + "/" + e.id()));
        for (var e : last("e.state in ('FAITE', 'IDENTIQUE')"))
            if (e.source() == Source.PERSONNES && e.begunAt().isBefore(clock.instant().minus(OLD)))
                found.add(new Worry(LoadText.old(e, today), true, null));
        folder.waiting()
                .filter(w -> !w.unknown().isEmpty())
                .ifPresent(w -> found.add(new Worry(LoadText.unknown(w.unknown()), false, null)));
        return found;
    }

    private List<Edition> last(String which) {
        return sql.sql(
                        Editions.COLUMNS
                                + " where id in (select distinct on (e.source) e.id from directory.edition e where "
                                + which
                                + " order by e.source, e.begun_at desc, e.id desc) order by source")
                .query(DataClassRowMapper.newInstance(Edition.class))
                .list();
    }
}
