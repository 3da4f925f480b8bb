package fr.maillage.platform.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The role that a backup reads under. Row-level security binds the owner too, and nobody is given
/// the right to go round it: this role cannot sign in, is only entered by the owner, may only read,
/// and each protected table lets it read by a policy of its own (ADR 0018).
final class BackupRole {

    static final String NAME = "maillage_backup";

    private BackupRole() {}

    /// Creates what is missing; as the owner, at each start.
    static void ensure(Database database) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // two nodes may start at once
            statement.execute("select pg_advisory_xact_lock(hashtextextended('" + NAME + "', 0))");
            if (names(connection, "select rolname from pg_roles where rolname = '" + NAME + "'")
                    .isEmpty()) {
                statement.execute(
                        "create role "
                                + NAME
                                + " nologin nosuperuser nobypassrls nocreaterole nocreatedb");
            }
            if (names(
                            connection,
                            "select 'may' where pg_has_role(current_user, '" + NAME + "', 'SET')")
                    .isEmpty())
                statement.execute(
                        "grant " + NAME + " to current_user with inherit false, set true");
            for (var module : Migrations.present(connection))
                statement.execute("grant usage on schema " + module + " to " + NAME);
            for (var table :
                    names(
                            connection,
                            """
                            select c.oid::regclass::text from pg_class c
                             where c.relkind = 'r' and c.relrowsecurity
                               and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup')
                            """)) {
                statement.execute(
                        "create policy backup on "
                                + table
                                + " for select to "
                                + NAME
                                + " using (true)");
            }
            // what narrows the view of the application's users narrows theirs alone
            var app = statement.enquoteIdentifier(database.user(), true);
            for (var policy :
                    names(
                            connection,
                            """
                            select quote_ident(p.polname) || ' on ' || p.polrelid::regclass::text from pg_policy p
                             where not p.polpermissive and p.polroles = '{0}'
                            """)) {
                statement.execute("alter policy " + policy + " to " + app + ", current_user");
            }
            connection.commit();
        }
    }

    private static List<String> names(Connection connection, String question) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
