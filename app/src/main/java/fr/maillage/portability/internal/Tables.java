package fr.maillage.portability.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every table of the structure as csv, found in the catalogue so that a new one is never
/// forgotten. What is seen is what the policies let who asks see: one structure, and of the
/// concerns of abuse those that are the reader's. Without secrets, drafts, and what is made again
/// from the rest. Joins the caller's transaction.
@Component
class Tables {

    private static final int FETCH = 1000;

    /// Made again from the rest, drafts of a person's own, or the bytes, which go as files.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "documents.chunk",
                    "documents.word",
                    "followup.look",
                    "followup.next_look",
                    "followup.sweep_state",
                    "patient.name_word",
                    "patient.name_vocabulary",
                    "portability.line",
                    "portability.sheet",
                    "portability.person",
                    "portability.takeover",
                    "portability.matching",
                    "portability.export");

    /// Of accounts and of the installation only what is a structure's own record goes.
    private static final Set<String> OF_ACCESS =
            Set.of("access.trail", "access.trail_block", "access.trail_revealed");

    private static final Set<String> SHUT = Set.of("access", "platform", "web");
    private static final Pattern SECRET =
            Pattern.compile("password|secret|token|_hash|credential|_sound$|^search$|^body$");

    private final JdbcClient sql;
    private final JdbcTemplate streamed;
    private final Trail trail;

    Tables(JdbcClient sql, DataSource dataSource, Trail trail) {
        this.sql = sql;
        this.trail = trail;
        this.streamed = new JdbcTemplate(dataSource);
        this.streamed.setFetchSize(FETCH);
    }

    /// A table, and its columns in order.
    record Source(String name, List<String> columns) {}

    /// Those that go, by name.
    List<Source> sources() {
        return sql
                .sql(
                        """
                        select c.table_schema || '.' || c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
                          from information_schema.columns c
                          join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                         where t.table_schema not in ('pg_catalog', 'information_schema')
                         group by 1 having bool_or(c.column_name = 'network_id') order by 1
                        """)
                .query((row, _) ->
                        new Source(row.getString("name"), TakeoverRows.texts(row, "columns")))
                .list()
                .stream()
                .filter(s -> !LEFT_OUT.contains(s.name()))
                .filter(s ->
                        OF_ACCESS.contains(s.name())
                                || !SHUT.contains(s.name().substring(0, s.name().indexOf('.'))))
                .map(s ->
                        new Source(
                                s.name(),
                                s.columns().stream()
                                        .filter(c -> !SECRET.matcher(c).find())
                                        .toList()))
                .toList();
    }

    /// Writes a table. Returns how many lines.
    int write(Source source, Writer out) {
        var csv = CsvWriter.builder().fieldSeparator(';').build(out);
        csv.writeRecord(source.columns());
        var columns = String.join(", ", source.columns().stream().map(c -> '"' + c + '"').toList());
        var concern = source.name().equals("casefile.concern");
        int[] lines = new int[1];
        streamed.query(
                "select " + columns + " from " + source.name(),
                (ResultSet row) -> {
                    var values = new ArrayList<String>();
                    for (int i = 1; i <= source.columns().size(); i++) values.add(value(row, i));
                    csv.writeRecord(values);
                    lines[0]++;
                    if (concern)
                        trail.readRestricted(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                "PREOCCUPATION",
                                row.getObject("id", UUID.class));
                });
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines[0];
    }

    private static String value(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value == null) return "";
        if (value instanceof byte[] bytes) return HexFormat.of().formatHex(bytes);
        var text = String.valueOf(row.getString(column));
        return value instanceof String ? harmless(text) : text;
    }

    /// A spreadsheet takes for a formula a text that begins so: an apostrophe before it makes it a
    /// text again.
    static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
