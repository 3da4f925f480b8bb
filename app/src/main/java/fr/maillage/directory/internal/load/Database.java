package fr.maillage.directory.internal.load;

import java.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// The statements of one import, on a connection of the owner of the schema, in one transaction.
final class Database {

    private final Connection connection;

    Database(Connection connection) {
        this.connection = connection;
    }

    /// One import at a time, with the memory an import may take, until the transaction ends.
    void begin() throws SQLException {
        execute(
                "set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set local jit = off");
        execute("select pg_advisory_xact_lock(hashtextextended('directory.import', 0))");
    }

    /// The connection itself, for a statement with parameters.
    Connection connection() {
        return connection;
    }

    void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /// How many rows it touched.
    long update(String statement) throws SQLException {
        try (var made = connection.createStatement()) {
            return made.executeLargeUpdate(statement);
        }
    }

    long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    /// Whether the query finds anything.
    boolean any(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select exists (" + query + ")")) {
            return found.next() && found.getBoolean(1);
        }
    }

    CopyRows copy(String statement) throws SQLException {
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    }

    /// A statement whose answer is read as it comes, however long: a file wrong from end to end has
    /// as many remarks as lines.
    Statement reading() throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(5_000);
        return statement;
    }

    /// Adds a remark for each line that came before, from a query of the first line and how many
    /// others; whether there was any.
    boolean twice(String query, Remarks remarks) throws SQLException {
        boolean any = false;
        try (var statement = reading();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                any = true;
                remarks.add(Reason.TWICE, found.getLong(1), null, found.getLong(2));
            }
        }
        return any;
    }
}
