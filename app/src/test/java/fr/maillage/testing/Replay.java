package fr.maillage.testing;

import fr.maillage.testing.RecordedStatements.Execution;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/// Runs statements again, with the same values, under a structure that has nothing: no identifier
/// of anybody's data may come out, and no line may change. Whatever they write is rolled back.
public final class Replay {

    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final DataSource dataSource;
    private final List<String> tables;
    private final Pattern tenant;
    private final List<String> faults = new ArrayList<>();

    /// What came out, and the statement it came out of.
    private final Map<String, String> out = new LinkedHashMap<>();

    /// @param dataSource of the pool's role
    public Replay(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        this.tables = tables();
        this.tenant =
                Pattern.compile(
                        tables.stream()
                                .map(t -> t.substring(0, t.indexOf('.')))
                                .distinct()
                                .collect(Collectors.joining("|", "\\b(", ")\\.[a-z_]+")));
    }

    /// The statements that reach another structure.
    public List<String> faults(List<Execution> executions) throws Exception {
        faults.clear();
        out.clear();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (var execution : executions) {
                var text = execution.sql().strip().toLowerCase(Locale.ROOT);
                if (text.startsWith("select set_config") || !tenant.matcher(text).find()) continue;
                try {
                    context(connection, NOBODYS);
                    replay(connection, execution, text);
                } catch (SQLException refused) {
                    // a foreign key or a policy said no: nothing came out
                } finally {
                    connection.rollback();
                }
            }
            for (var id : somebodys(connection)) faults.add("shows an identifier: " + out.get(id));
            connection.rollback();
        }
        return List.copyOf(faults);
    }

    private void replay(Connection connection, Execution execution, String text) throws Exception {
        try (var statement = connection.prepareStatement(execution.sql())) {
            var given = new HashSet<String>();
            for (var parameter : execution.parameters()) {
                set(statement, parameter);
                for (var value : parameter.getArgs()) ids(value, given);
            }
            if (statement.execute()) read(statement.getResultSet(), given, text);
            else if (!text.startsWith("insert") && statement.getUpdateCount() > 0)
                faults.add("changed " + statement.getUpdateCount() + " line(s): " + text);
            // an insert writes a line of its own, if any: IsolationTest proves that policy
        }
    }

    private void read(ResultSet rows, Set<String> given, String text) throws SQLException {
        var columns = rows.getMetaData().getColumnCount();
        var alone = columns == 1 && text.startsWith("select count(*) from");
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                var value = rows.getString(column);
                if (value == null) continue;
                var found = new HashSet<String>();
                ids(value, found);
                found.removeAll(given);
                found.forEach(id -> out.putIfAbsent(id, text));
                // an aggregate over tenant tables alone counts nothing
                if (alone && !"0".equals(value)) faults.add("counts " + value + ": " + text);
            }
        }
    }

    private static void ids(Object value, Set<String> found) {
        switch (value) {
            case null -> {}
            case Object[] several -> Arrays.stream(several).forEach(v -> ids(v, found));
            case Collection<?> several -> several.forEach(v -> ids(v, found));
            default -> ID.matcher(value.toString()).results().forEach(r -> found.add(r.group()));
        }
    }

    /// Of the identifiers that came out, those of a line of some structure.
    private List<String> somebodys(Connection connection) throws SQLException {
        if (out.isEmpty()) return List.of();
        try (var statement = connection.createStatement()) {
            try (var networks =
                    statement.executeQuery(
                            "select string_agg(id::text, ',') from network.network")) {
                networks.next();
                context(connection, networks.getString(1));
            }
            var candidates =
                    out.keySet().stream().collect(Collectors.joining(",", "'{", "}'::uuid[]"));
            var found = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery(
                            tables.stream()
                                    .map(t ->
                                            "select id from %s where id = any (%s)"
                                                    .formatted(t, candidates))
                                    .collect(Collectors.joining(" union ")))) {
                while (rows.next()) found.add(rows.getString(1));
            }
            return found;
        }
    }

    /// Tables of the structures whose lines have an identifier. Accounts are of no structure: what
    /// may be done to them is tested in their module.
    private List<String> tables() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind = 'r' and c.relforcerowsecurity and n.nspname <> 'access'
                                   and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id' and not a.attisdropped)
                                   and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype and not a.attisdropped)
                                """)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return List.copyOf(found);
        }
    }

    private static void context(Connection connection, String networks) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select set_config('maillage.networks', ?, true), set_config('maillage.network', ?, true),
                               set_config('maillage.agencies', '', true), set_config('maillage.account', '', true)
                        """)) {
            statement.setString(1, networks);
            statement.setString(2, NOBODYS);
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, ParameterSetOperation parameter)
            throws Exception {
        try {
            parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException refused) throw refused;
            throw e;
        }
    }
}
