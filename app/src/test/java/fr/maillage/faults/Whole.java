package fr.maillage.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every line of every table, as text that two runs of one work have in common: an id made by the
/// work is no longer told from another, nor an hour of the machine, nor the hash over them.
final class Whole {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("\\\\\\\\x[0-9a-f]{64}\\b");

    /// Tables of the machinery: when it was done, and by which attempt.
    private static final Set<String> BESIDES =
            Set.of("platform.event_publication", "platform.scheduled_tasks");

    private Whole() {}

    /// Every id that stands in a database.
    static Set<String> ids(Connection connection) throws SQLException {
        var found = new HashSet<String>();
        for (var lines : lines(connection).values())
            for (var line : lines) {
                var ids = ID.matcher(line);
                while (ids.find()) found.add(ids.group());
            }
        return found;
    }

    /// Its lines, table by table, in order.
    ///
    /// @param known ids that were there before the work
    static TreeMap<String, List<String>> of(Connection connection, Set<String> known)
            throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var real =
                Pattern.compile(
                        IntStream.rangeClosed(-1, 1)
                                .mapToObj(n -> today.plusDays(n).toString())
                                .collect(Collectors.joining("|", "(", ")T[0-9:.+]+")));
        var all = lines(connection);
        all.replaceAll((_, lines) ->
                lines.stream()
                        .map(line ->
                                ID.matcher(line)
                                        .replaceAll(id ->
                                                known.contains(id.group()) ? id.group() : "id"))
                        .map(line -> HASH.matcher(line).replaceAll("hash"))
                        .map(line -> real.matcher(line).replaceAll("maintenant"))
                        .sorted()
                        .toList());
        return all;
    }

    /// What one has and the other has not, table by table, a few lines of each; empty when they are
    /// the same.
    static List<String> differences(
            TreeMap<String, List<String>> expected, TreeMap<String, List<String>> found) {
        var told = new ArrayList<String>();
        for (var table : expected.keySet()) {
            less(expected.get(table), found.get(table))
                    .forEach(line -> told.add("lost from " + table + ": " + line));
            less(found.get(table), expected.get(table))
                    .forEach(line -> told.add("too many in " + table + ": " + line));
        }
        return told;
    }

    private static List<String> less(List<String> some, List<String> others) {
        var left = new ArrayList<>(some);
        for (var other : others) left.remove(other);
        return left.stream().limit(3).toList();
    }

    private static TreeMap<String, List<String>> lines(Connection connection) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var entry : tables(connection).entrySet()) {
            var table = entry.getKey();
            var lines = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select (to_jsonb(t) - '%s'::text[])::text from %s t"
                                            .formatted(entry.getValue(), table))) {
                while (rows.next()) lines.add(rows.getString(1));
            }
            all.put(table, lines);
        }
        return all;
    }

    /// Each table, and its columns that two runs have not in common: how long something took, and
    /// what a sequence fills, whose numbers are lost with what is rolled back.
    private static TreeMap<String, String> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select n.nspname || '.' || quote_ident(c.relname),
                                       array(select a.attname from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                                              where a.attrelid = c.oid and a.attnum > 0
                                                and (a.attidentity <> '' or a.attname = 'millis' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%'))::text
                                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'territory', 'public')
                                   and c.relname <> 'schema_history'
                                """)) {
            while (rows.next())
                if (!BESIDES.contains(rows.getString(1)))
                    tables.put(rows.getString(1), rows.getString(2));
        }
        return tables;
    }
}
