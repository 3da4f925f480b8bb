package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The extraction of persons and activities into `directory.activity`, on a connection of the owner
/// of the schema, in one transaction.
///
/// The first pass sends the hash of each line: what the database has already and what it has no
/// more is then known by two set operations. When few lines changed, a second pass reads those
/// alone and one merge takes them in. When many did, or nothing is there yet, the file goes whole
/// into tables of its own, which are indexed and put in the place of the former ones. Either way
/// readers see the former edition until the commit.
final class PersonsImport {

    /// Above this share of changed lines, new tables cost less than a merge.
    private static final int MERGE_PERCENT = 15;

    /// A file with fewer lines than this share of what is in use is refused unless confirmed.
    static final int SHRINK_PERCENT = 80;

    private static final int REPORT = 50_000;

    private final Connection connection;
    private final Reader reader;
    private final Progress progress;
    private final boolean confirmed;
    private final Map<String, String> professions;
    private final Remarks remarks = new Remarks();
    private final Terms terms = new Terms();

    /// Opens the same text again.
    interface Reader {
        Opened open() throws IOException, Unusable;
    }

    /// Told where the import stands.
    interface Progress {
        void at(Editions.Step step, long bytes, long lines);
    }

    /// What an import did.
    ///
    /// @param before lines in use before
    record Done(long lines, long before, long added, long removed) {}

    /// @param confirmed somebody knows that the file is much smaller, and wants it
    PersonsImport(Connection connection, Reader reader, Progress progress, boolean confirmed)
            throws SQLException {
        this.connection = connection;
        this.reader = reader;
        this.progress = progress;
        this.confirmed = confirmed;
        this.professions = professions();
    }

    Remarks remarks() {
        return remarks;
    }

    /// Does it, without committing. Throws [Unusable] for a file that is not taken: the transaction
    /// is then to be rolled back.
    Done run(UUID edition) throws SQLException, IOException, Unusable {
        execute(
                "set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set local jit = off");
        // one import at a time
        execute("select pg_advisory_xact_lock(hashtextextended('directory.import', 0))");
        long before = number("select count(*) from directory.activity");
        var done = before == 0 ? whole(0) : compared(before);
        if (before > 0) movements(edition);
        return done;
    }

    private Done compared(long before) throws SQLException, IOException, Unusable {
        execute("create temporary table seen (hash uuid, line bigint) on commit drop");
        long lines = hashes();
        if (!confirmed && lines * 100 < before * SHRINK_PERCENT)
            throw new Unusable(Why.SHRUNK, lines + " " + before);
        execute("analyze seen");
        progress.at(Editions.Step.COMPARING, 0, lines);
        execute(
                """
                create temporary table fresh on commit drop as
                  select s.hash, min(s.line) as line from seen s
                   where not exists (select 1 from directory.activity a where a.hash = s.hash) group by s.hash
                """);
        execute(
                """
                create temporary table gone_hash on commit drop as
                  select a.hash from directory.activity a where not exists (select 1 from seen s where s.hash = a.hash);
                analyze gone_hash;
                create temporary table gone on commit drop as
                  select a.hash, a.pp_id, a.family_key, a.given_key, a.site_id, a.commune_code, a.address
                    from gone_hash g join directory.activity a on a.hash = g.hash
                """);
        long changed = number("select (select count(*) from fresh) + (select count(*) from gone)");
        if (changed * 100 > before * MERGE_PERCENT) {
            execute("drop table seen, fresh, gone_hash, gone");
            return whole(before);
        }
        long kept = before - number("select count(*) from gone");
        if (lines > kept + number("select count(*) from fresh"))
            twice("select min(line), count(*) - 1 from seen group by hash having count(*) > 1");
        return merged(before, lines);
    }

    /// The hash of each line.
    private long hashes() throws SQLException, IOException, Unusable {
        try (var opened = reader.open();
                var rows = copy("copy seen (hash, line) from stdin")) {
            var lines = new PersonLines(opened.stream(), professions, new Terms(), new Remarks());
            while (lines.next()) {
                rows.uuid(lines.hash());
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
    private Done whole(long before) throws SQLException, IOException, Unusable {
        execute(
                """
                create table directory.activity_next (like directory.activity including defaults);
                alter table directory.activity_next add column line bigint;
                create table directory.name_next (like directory.name);
                """);
        long lines = 0;
        try (var opened = reader.open();
                var rows =
                        copy(
                                "copy directory.activity_next ("
                                        + PersonLines.COLUMNS
                                        + ", line) from stdin (freeze)")) {
            var read = new PersonLines(opened.stream(), professions, terms, remarks);
            while (read.next()) {
                lines++;
                if (read.write(rows, read.hash())) {
                    rows.number(read.number());
                    rows.end();
                }
                if (lines % REPORT == 0)
                    progress.at(Editions.Step.READING, read.bytes(), rows.rows());
            }
            ended(read, rows.rows());
            rows.finish();
        }
        progress.at(Editions.Step.INDEXING, 0, lines);
        execute("select directory.index_activities('directory.activity_next')");
        if (twice(
                "select min(line), count(*) - 1 from directory.activity_next group by hash having count(*) > 1"))
            execute(
                    """
                    delete from directory.activity_next a using
                      (select hash, min(ctid) as first from directory.activity_next group by hash having count(*) > 1) d
                     where a.hash = d.hash and a.ctid <> d.first
                    """);
        long after = number("select count(*) from directory.activity_next");
        if (!confirmed && after * 100 < before * SHRINK_PERCENT)
            throw new Unusable(Why.SHRUNK, after + " " + before);
        execute(
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
            execute(
                    """
                    create temporary table fresh_activity on commit drop as
                      select n.hash, n.pp_id, n.family_key, n.given_key, n.site_id, n.commune_code, n.address from directory.activity_next n
                       where not exists (select 1 from directory.activity a where a.hash = n.hash);
                    create temporary table gone on commit drop as
                      select a.hash, a.pp_id, a.family_key, a.given_key, a.site_id, a.commune_code, a.address from directory.activity a
                       where not exists (select 1 from directory.activity_next n where n.hash = a.hash);
                    """);
            added = number("select count(*) from fresh_activity");
            removed = number("select count(*) from gone");
        }
        terms();
        communes("directory.activity_next");
        progress.at(Editions.Step.SWITCHING, 0, lines);
        execute("select directory.take_next()");
        return new Done(lines, before, added, removed);
    }

    /// Few lines changed: those alone are read again, and taken in.
    private Done merged(long before, long lines) throws SQLException, IOException, Unusable {
        execute(
                "create temporary table fresh_activity (like directory.activity including defaults) on commit drop");
        progress.at(Editions.Step.TAKING_CHANGES, 0, lines);
        changedLines();
        long added = number("select count(*) from fresh_activity");
        long removed = number("select count(*) from gone");
        if (added + removed > 0) {
            communes("fresh_activity");
            execute(
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
            terms();
        }
        return new Done(lines, before, added, removed);
    }

    /// Second pass: the lines nobody knew, by their numbers.
    private void changedLines() throws SQLException, IOException, Unusable {
        var wanted = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select line from fresh order by line")) {
            while (found.next()) wanted.add(found.getLong(1));
        }
        if (wanted.isEmpty()) return;
        try (var opened = reader.open();
                var rows = copy("copy fresh_activity (" + PersonLines.COLUMNS + ") from stdin")) {
            var read = new PersonLines(opened.stream(), professions, terms, remarks);
            for (long line : wanted) {
                if (!read.goTo(line)) throw new Unusable(Why.CUT, opened.name());
                if (read.write(rows, read.hash())) rows.end();
            }
            rows.finish();
        }
    }

    /// What happened to whom, when there was an edition before.
    private void movements(UUID edition) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into directory.movement (edition_id, pp_id, kind)
                        with was as (select pp_id, array_agg(distinct coalesce(site_id, '') || '/' || coalesce(commune_code, '') || '/' || coalesce(address, '')) as places
                                       from gone group by pp_id),
                             now as (select pp_id, array_agg(distinct coalesce(site_id, '') || '/' || coalesce(commune_code, '') || '/' || coalesce(address, '')) as places
                                       from fresh_activity group by pp_id)
                        select cast(? as uuid), coalesce(w.pp_id, n.pp_id),
                               case when w.pp_id is null and k.lines = f.lines then 'NOUVEAU'
                                    when k.lines = 0 then 'PARTI'
                                    when w.places is distinct from n.places then 'DEMENAGE'
                                    else 'CHANGE' end
                          from was w full join now n on n.pp_id = w.pp_id
                          cross join lateral (select count(*) as lines from directory.activity a where a.pp_id = coalesce(w.pp_id, n.pp_id)) k
                          cross join lateral (select count(*) as lines from fresh_activity x where n.pp_id is not null and x.pp_id = n.pp_id) f
                        """)) {
            execute("create index on fresh_activity (pp_id); analyze fresh_activity; analyze gone");
            statement.setObject(1, edition);
            statement.executeUpdate();
        }
    }

    private void terms() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into directory.term (kind, code, label) values (?, ?, ?)
                        on conflict (kind, code) do update set label = excluded.label where directory.term.label <> excluded.label
                        """)) {
            for (var kind : terms.kinds().entrySet())
                for (var term : kind.getValue().values()) {
                    statement.setString(1, kind.getKey());
                    statement.setString(2, term[0]);
                    statement.setString(3, term[1].isEmpty() ? term[0] : term[1]);
                    statement.addBatch();
                }
            statement.executeBatch();
        }
    }

    /// Codes of communes that nothing here knows, with how many lines bear each.
    private void communes(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select a.commune_code, a.lines from (select commune_code, count(*) as lines from %s
                                                                      where commune_code is not null group by commune_code) a
                                 where not exists (select 1 from territory.commune c where c.code = a.commune_code) order by 1
                                """
                                        .formatted(table))) {
            while (found.next())
                remarks.add(Reason.COMMUNE, null, found.getString(1), found.getLong(2));
        }
    }

    /// Adds a remark for each line that came before; whether there was any.
    private boolean twice(String asked) throws SQLException {
        boolean any = false;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(asked)) {
            while (found.next()) {
                any = true;
                remarks.add(Reason.TWICE, found.getLong(1), null, found.getLong(2));
            }
        }
        return any;
    }

    /// Refuses a file that holds nothing, or that stops in the middle of a line.
    private void ended(PersonLines read, long good) throws Unusable {
        if (good == 0) throw new Unusable(Why.NO_LINE, "");
        if (!read.closed() && !read.whole())
            throw new Unusable(Why.CUT, Long.toString(read.number()));
    }

    private Map<String, String> professions() throws SQLException {
        var known = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select national, code from directory.profession_code")) {
            while (found.next()) known.put(found.getString(1), found.getString(2));
        }
        return known;
    }

    private CopyRows copy(String statement) throws SQLException {
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
