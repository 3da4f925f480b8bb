package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The extraction of persons and activities into `directory.activity`.
///
/// The first pass sends the hash of each line: what the database has already and what it has no
/// more is then known by two set operations. When few lines changed, a second pass reads those
/// alone and one merge takes them in. When many did, or nothing is there yet, the file goes whole
/// into tables of its own, which are indexed and put in the place of the former ones. Either way
/// readers see the former edition until the commit.
final class PersonsImport implements Import {

    /// Above this share of changed lines, new tables cost less than a merge.
    private static final int MERGE_PERCENT = 15;

    private final Database database;
    private final Reader reader;
    private final Progress progress;
    private final boolean confirmed;
    private final Map<String, String> professions;
    private final CommuneCodes communes;
    private final Remarks remarks = new Remarks();
    private final Terms terms = new Terms();

    /// @param professions our code for each national one
    /// @param communes the codes of communes known here
    /// @param confirmed somebody knows that the file is much smaller, and wants it
    PersonsImport(
            Database database,
            Reader reader,
            Progress progress,
            Map<String, String> professions,
            CommuneCodes communes,
            boolean confirmed) {
        this.database = database;
        this.reader = reader;
        this.progress = progress;
        this.professions = professions;
        this.communes = communes;
        this.confirmed = confirmed;
    }

    @Override
    public Remarks remarks() {
        return remarks;
    }

    @Override
    public Done run(UUID edition) throws SQLException, IOException, Unusable {
        long before = database.number("select count(*) from directory.activity");
        Done done;
        if (before == 0) done = whole(0, null);
        else
            try (var hashes = new Hashes()) {
                done = compared(before, hashes);
                movements(edition);
            }
        return done;
    }

    private Done compared(long before, Hashes hashes) throws SQLException, IOException, Unusable {
        database.execute("create temporary table seen (hash uuid, line bigint) on commit drop");
        long lines = hashed(hashes);
        Import.shrunk(lines, before, confirmed);
        database.execute("analyze seen");
        progress.at(Editions.Step.COMPARING, 0, lines);
        database.execute(
                """
                create temporary table difference on commit drop as
                  select s.hash as fresh, s.line, a.hash as gone from seen s full join directory.activity a on a.hash = s.hash
                   where s.hash is null or a.hash is null;
                analyze difference;
                create temporary table fresh on commit drop as
                  select fresh as hash, min(line) as line from difference where fresh is not null group by fresh;
                create temporary table gone on commit drop as
                  select a.hash, a.pp_id, a.family_name, a.given_name, a.family_key, a.given_key, a.site_id, a.commune_code, a.address
                    from difference d join directory.activity a on a.hash = d.gone
                """);
        long fresh = database.number("select count(*) from fresh");
        long gone = database.number("select count(*) from gone");
        if ((fresh + gone) * 100 > before * MERGE_PERCENT) {
            database.execute("drop table seen, difference, fresh, gone");
            hashes.rewind();
            return whole(before, hashes);
        }
        if (lines > before - gone + fresh)
            database.twice(
                    "select min(line), count(*) - 1 from seen group by hash having count(*) > 1",
                    remarks);
        return merged(before, lines);
    }

    /// The hash of each line, to the database and to `hashes`.
    private long hashed(Hashes hashes) throws SQLException, IOException, Unusable {
        try (var opened = reader.open();
                var rows = database.copy("copy seen (hash, line) from stdin")) {
            progress.opened(opened.bytes());
            var lines = read(opened, new Terms(), new Remarks());
            while (lines.next()) {
                var hash = lines.hash();
                hashes.add(hash);
                rows.uuid(hash);
                rows.number(lines.number());
                rows.end();
                if (rows.rows() % REPORT == 0)
                    progress.at(Editions.Step.READING, lines.bytes(), rows.rows());
            }
            ended(lines, rows.rows());
            rows.finish();
            return rows.rows();
        }
    }

    /// Every line into tables of their own, which take the place of those in use.
    ///
    /// @param hashes those of a first pass; null when there was none
    private Done whole(long before, @Nullable Hashes hashes)
            throws SQLException, IOException, Unusable {
        database.execute(
                """
                create table directory.activity_next (like directory.activity including defaults);
                alter table directory.activity_next add column line bigint;
                create table directory.name_next (like directory.name);
                """);
        long lines = read(hashes);
        progress.at(Editions.Step.INDEXING, 0, lines);
        database.execute("select directory.index_activities('directory.activity_next')");
        once();
        long after = database.number("select count(*) from directory.activity_next");
        Import.shrunk(after, before, confirmed);
        database.execute(
                """
                alter table directory.activity_next drop column line;
                analyze directory.activity_next;
                select directory.fill_names('directory.name_next', 'directory.activity_next');
                select directory.index_names('directory.name_next');
                analyze directory.name_next;
                """);
        long added = after;
        long removed = 0;
        if (before > 0) {
            database.execute(
                    """
                    create temporary table fresh_activity on commit drop as
                      select n.hash, n.pp_id, n.family_name, n.given_name, n.site_id, n.commune_code, n.address from directory.activity_next n
                       where not exists (select 1 from directory.activity a where a.hash = n.hash);
                    create temporary table gone on commit drop as
                      select a.hash, a.pp_id, a.family_name, a.given_name, a.site_id, a.commune_code, a.address from directory.activity a
                       where not exists (select 1 from directory.activity_next n where n.hash = a.hash);
                    """);
            added = database.number("select count(*) from fresh_activity");
            removed = database.number("select count(*) from gone");
        }
        terms.write(database.connection());
        progress.at(Editions.Step.SWITCHING, 0, lines);
        database.execute("select directory.take_next()");
        return new Done(lines, before, added, removed, 0);
    }

    /// Lines that came more than once are kept once. Whether there are any is read in the index of
    /// the hashes, and which ones only then: grouping all lines again took as long as an index.
    private void once() throws SQLException {
        if (!database.any(
                "select 1 from directory.activity_next group by hash having count(*) > 1")) return;
        database.twice(
                "select min(line), count(*) - 1 from directory.activity_next group by hash having count(*) > 1",
                remarks);
        database.execute(
                """
                delete from directory.activity_next a using
                  (select hash, min(ctid) as first from directory.activity_next group by hash having count(*) > 1) d
                 where a.hash = d.hash and a.ctid <> d.first
                """);
    }

    private long read(@Nullable Hashes hashes) throws SQLException, IOException, Unusable {
        long lines = 0;
        try (var opened = reader.open();
                var rows =
                        database.copy(
                                "copy directory.activity_next ("
                                        + PersonLines.COLUMNS
                                        + ", line) from stdin (freeze)")) {
            progress.opened(opened.bytes());
            var read = read(opened, terms, remarks);
            while (read.next()) {
                lines++;
                if (read.write(rows, hashes == null ? read.hash() : hashes.next())) {
                    rows.number(read.number());
                    rows.end();
                }
                if (lines % REPORT == 0)
                    progress.at(Editions.Step.READING, read.bytes(), rows.rows());
            }
            ended(read, rows.rows());
            rows.finish();
        }
        communes.tell(remarks);
        return lines;
    }

    /// Few lines changed: those alone are read again, and taken in.
    private Done merged(long before, long lines) throws SQLException, IOException, Unusable {
        database.execute(
                "create temporary table fresh_activity (like directory.activity including defaults) on commit drop");
        progress.at(Editions.Step.TAKING_CHANGES, 0, lines);
        changedLines();
        long added = database.number("select count(*) from fresh_activity");
        long removed = database.number("select count(*) from gone");
        if (added + removed > 0) {
            database.execute(
                    """
                    delete from directory.activity a using gone g where a.hash = g.hash;
                    insert into directory.activity (%1$s) select %1$s from fresh_activity;
                    with changed as (
                      select key, kind, sum(n) as n from (
                        select family_key, cast('f' as "char"), 1 from fresh_activity
                        union all select given_key, 'g', 1 from fresh_activity where given_key <> ''
                        union all select family_key, 'f', -1 from gone
                        union all select given_key, 'g', -1 from gone where given_key <> '') c(key, kind, n)
                      group by key, kind having sum(n) <> 0)
                    insert into directory.name as n (key, kind, people) select key, kind, cast(n as int) from changed
                    on conflict (key, kind) do update set people = n.people + excluded.people;
                    delete from directory.name where people <= 0;
                    """
                            .formatted(PersonLines.COLUMNS));
            terms.write(database.connection());
        }
        return new Done(lines, before, added, removed, 0);
    }

    /// Second pass: the lines nobody knew, by their numbers.
    private void changedLines() throws SQLException, IOException, Unusable {
        int many = (int) database.number("select count(*) from fresh");
        if (many == 0) return;
        var numbers = new long[many];
        var hashes = new byte[many][];
        try (var statement = database.reading();
                var found =
                        statement.executeQuery(
                                "select line, uuid_send(hash) from fresh order by line")) {
            for (int i = 0; found.next(); i++) {
                numbers[i] = found.getLong(1);
                hashes[i] = found.getBytes(2);
            }
        }
        try (var opened = reader.open();
                var rows =
                        database.copy(
                                "copy fresh_activity (" + PersonLines.COLUMNS + ") from stdin")) {
            var read = read(opened, terms, remarks);
            for (int i = 0; i < many; i++) {
                if (!read.goTo(numbers[i])) throw new Unusable(Why.CUT, opened.name());
                if (read.write(rows, hashes[i])) rows.end();
            }
            rows.finish();
        }
        communes.tell(remarks);
    }

    /// What happened to whom, when there was an edition before.
    private void movements(UUID edition) throws SQLException {
        database.execute("analyze fresh_activity; analyze gone");
        try (var statement =
                database.connection()
                        .prepareStatement(
                                """
                                insert into directory.movement (edition_id, pp_id, kind, name)
                                with was as (select pp_id, array_agg(distinct coalesce(site_id, '') || '/' || coalesce(commune_code, '') || '/' || coalesce(address, '')) as places,
                                                    min(given_name || ' ' || family_name) as name
                                               from gone group by pp_id),
                                     now as (select pp_id, count(*) as lines, array_agg(distinct coalesce(site_id, '') || '/' || coalesce(commune_code, '') || '/' || coalesce(address, '')) as places,
                                                    min(given_name || ' ' || family_name) as name
                                               from fresh_activity group by pp_id)
                                select cast(? as uuid), coalesce(w.pp_id, n.pp_id),
                                       case when w.pp_id is null and k.lines = n.lines then 'NOUVEAU'
                                            when k.lines = 0 then 'PARTI'
                                            when w.places is distinct from n.places then 'DEMENAGE'
                                            else 'CHANGE' end,
                                       trim(coalesce(n.name, w.name))
                                  from was w full join now n on n.pp_id = w.pp_id
                                  cross join lateral (select count(*) as lines from directory.activity a where a.pp_id = coalesce(w.pp_id, n.pp_id)) k
                                """)) {
            statement.setObject(1, edition);
            statement.executeUpdate();
        }
    }

    private PersonLines read(Opened opened, Terms terms, Remarks remarks)
            throws IOException, Unusable {
        return new PersonLines(opened.stream(), professions, communes, terms, remarks);
    }

    /// Refuses a file that holds nothing, or that stops in the middle of a line.
    private static void ended(PersonLines read, long good) throws Unusable {
        if (good == 0) throw new Unusable(Why.NO_LINE, "");
        if (!read.closed() && !read.whole())
            throw new Unusable(Why.CUT, Long.toString(read.number()));
    }
}
