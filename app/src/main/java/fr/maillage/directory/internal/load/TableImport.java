package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import fr.maillage.directory.internal.files.Fields;
import fr.maillage.directory.internal.files.Lines;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file described by a [Layout]: read once as a stream, staged by COPY, told apart by its key,
/// and merged by statements over whole tables. Readers see the former edition until the commit.
final class TableImport implements Import {

    private final Database database;
    private final Reader reader;
    private final Progress progress;
    private final Layout layout;
    private final boolean confirmed;
    private final Remarks remarks = new Remarks();
    private final Terms terms = new Terms();

    TableImport(
            Database database, Reader reader, Progress progress, Layout layout, boolean confirmed) {
        this.database = database;
        this.reader = reader;
        this.progress = progress;
        this.layout = layout;
        this.confirmed = confirmed;
    }

    @Override
    public Remarks remarks() {
        return remarks;
    }

    @Override
    public Done run(UUID edition) throws SQLException, IOException, Unusable {
        database.execute(
                "create temporary table staged (line bigint, "
                        + layout.definition()
                        + ") on commit drop");
        long lines = read();
        progress.at(Editions.Step.COMPARING, 0, lines);
        database.execute("analyze staged");
        apart();
        Import.shrunk(layout.merge().lines(database), layout.merge().before(database), confirmed);
        progress.at(Editions.Step.TAKING_CHANGES, 0, lines);
        var done = layout.merge().run(database, edition, remarks);
        terms.write(database.connection());
        return new Done(lines, done.before(), done.added(), done.removed(), done.changed());
    }

    private long read() throws SQLException, IOException, Unusable {
        try (var opened = reader.open();
                var rows = database.copy("copy staged (line, " + layout.names() + ") from stdin")) {
            progress.opened(opened.bytes());
            var lines = new Lines(opened.stream());
            var fields = new Fields(layout.separator(), layout.quoted());
            var line = new Line(fields, remarks);
            var columns = columns(lines, fields);
            var cells = layout.columns().stream().map(c -> c.reading().in(columns)).toList();
            var kinds =
                    layout.terms().stream()
                            .map(t ->
                                    terms
                                    .new Kind(
                                            t.kind(), columns.of(t.code()), columns.of(t.label())))
                            .toList();
            long read = 0;
            while (lines.next()) {
                if (lines.end() == lines.start()) continue;
                fields.cut(lines);
                line.at(lines.number());
                var why = whole(fields, columns);
                // what was cut may have lost its last field alone: never taken for a whole line
                if (why != null && !lines.closed())
                    throw new Unusable(Why.CUT, Long.toString(lines.number()));
                if (why == null && !layout.wanted().test(fields)) continue;
                read++;
                if (why == null) why = give(cells, line, rows);
                else
                    line.remark(
                            why, why == Reason.COLUMNS ? Integer.toString(fields.count()) : null);
                if (why == null) for (var kind : kinds) kind.see(fields);
                if (read % REPORT == 0) progress.at(Editions.Step.READING, lines.bytes(), read);
            }
            if (rows.rows() == 0) throw new Unusable(Why.NO_LINE, "");
            rows.finish();
            return read;
        }
    }

    private Columns columns(Lines lines, Fields fields) throws IOException, Unusable {
        if (!lines.next()) throw new Unusable(Why.EMPTY, "");
        fields.cut(lines);
        // without headings, who made the layout read what the first line says
        if (layout.required().isEmpty()) return Columns.none();
        if (!fields.decode()) throw new Unusable(Why.NO_HEADER, layout.required().getFirst());
        return Columns.of(fields, layout.required());
    }

    private @Nullable Reason whole(Fields fields, Columns columns) {
        if (!fields.decode()) return Reason.ENCODING;
        return columns.fits(fields) && layout.widths().test(fields) ? null : Reason.COLUMNS;
    }

    private static @Nullable Reason give(List<Column.Cell> cells, Line line, CopyRows rows)
            throws SQLException {
        rows.number(line.number());
        for (var cell : cells) {
            var why = cell.give(line, rows);
            if (why == null) continue;
            rows.drop();
            line.remark(why, null);
            return why;
        }
        rows.end();
        return null;
    }

    /// Keeps the first of the lines that say the same thing, or two things of one.
    private void apart() throws SQLException {
        var key = String.join(", ", layout.key());
        var others =
                "select "
                        + key
                        + ", min(line) as first, count(*) - 1 as more from staged group by "
                        + key
                        + " having count(*) > 1";
        if (database.twice("select first, more from (" + others + ") o", remarks))
            database.execute(
                    "delete from staged s using ("
                            + others
                            + ") o where "
                            + layout.key().stream()
                                    .map(k -> "s." + k + " = o." + k)
                                    .collect(Collectors.joining(" and "))
                            + " and s.line <> o.first");
    }
}
