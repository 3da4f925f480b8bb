package fr.maillage.platform.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/// Puts an archive back into an empty installation: schema of the archive's versions, lines,
/// comparison with what was saved, and only then the migrations that came since. The lines come in
/// one transaction: all or none.
final class Restore {

    private final Database database;
    private final Path documents;

    /// @param documents folder of contents kept outside the database; must be empty or absent
    Restore(Database database, Path documents) {
        this.database = database;
        this.documents = documents;
    }

    /// Restores an archive that was verified. Throws [BackupFailed] or [DatabaseUnavailable];
    /// nothing is half restored then.
    void from(Archive archive) {
        var manifest = archive.manifest();
        refuseNewer(archive);
        try {
            refuseUnlessEmpty();
        } catch (SQLException e) {
            throw new BackupFailed(BackupText.refused(e), e);
        }
        try {
            Migrations.upTo(database, manifest.modules());
        } catch (FlywayException e) {
            throw new BackupFailed(BackupText.otherVersion(archive.file()), e);
        }
        var copied = new ArrayList<Path>();
        try (var connection =
                DriverManager.getConnection(
                        database.url(), database.owner(), database.ownerPassword())) {
            connection.setAutoCommit(false);
            copyDocuments(archive, copied);
            load(connection, archive);
            connection.commit();
        } catch (IOException e) {
            takeBack(copied);
            throw new BackupFailed(BackupText.damaged(archive.file(), "documents"), e);
        } catch (SQLException e) {
            takeBack(copied);
            throw new BackupFailed(BackupText.refused(e), e);
        } catch (RuntimeException e) {
            takeBack(copied);
            throw e;
        }
        Migrations.run(database);
    }

    private void refuseNewer(Archive archive) {
        for (var module : archive.manifest().modules().entrySet()) {
            var known = Migrations.latest(module.getKey());
            if (known.isEmpty() || Migrations.isNewer(module.getValue(), known.get()))
                throw new BackupFailed(BackupText.newer(archive.file()));
        }
    }

    private void refuseUnlessEmpty() throws SQLException {
        if (Files.isDirectory(documents)) {
            try (var files = Files.list(documents)) {
                if (files.findAny().isPresent())
                    throw new BackupFailed(BackupText.documentsNotEmpty(documents));
            } catch (IOException e) {
                throw new BackupFailed(BackupText.documentsNotEmpty(documents), e);
            }
        }
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            try (var rows =
                    statement.executeQuery(
                            "select to_regclass('platform.installation') is not null")) {
                rows.next();
                if (!rows.getBoolean(1)) return;
            }
            try (var rows = statement.executeQuery("select count(*) from platform.installation")) {
                rows.next();
                if (rows.getInt(1) > 0) throw new BackupFailed(BackupText.notEmpty());
            }
        }
    }

    private void copyDocuments(Archive archive, List<Path> copied) throws IOException {
        var root = documents.toAbsolutePath().normalize();
        for (var document : archive.manifest().documents()) {
            var file = root.resolve(document.path()).normalize();
            if (!file.startsWith(root))
                throw new BackupFailed(BackupText.damaged(archive.file(), document.entry()));
            Files.createDirectories(file.getParent());
            copied.add(file);
            try (var in = archive.stream(document.entry())) {
                Files.copy(in, file);
            }
        }
    }

    private static void takeBack(List<Path> copied) {
        for (var file : copied) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // the next attempt says that the folder is not empty
            }
        }
    }

    private static void load(Connection connection, Archive archive)
            throws SQLException, IOException {
        Backup.execute(
                connection,
                "set local time zone 'UTC'",
                "set local datestyle = 'ISO, YMD'",
                "set local intervalstyle = 'postgres'",
                "set local extra_float_digits = 1");
        var here = Backup.tables(connection);
        var tables = archive.manifest().tables();
        var unknown =
                tables.stream()
                        .map(Manifest.Table::name)
                        .filter(name -> !here.containsKey(name))
                        .findFirst();
        if (unknown.isPresent())
            throw new BackupFailed(BackupText.damaged(archive.file(), unknown.get()));
        var all = String.join(", ", here.keySet());
        var forced = protectedTables(connection);
        var keys = foreignKeys(connection);

        for (var key : keys)
            Backup.execute(
                    connection, "alter table " + key.table() + " drop constraint " + key.name());
        for (var table : forced)
            Backup.execute(connection, "alter table " + table + " no force row level security");
        // what migrations put there by themselves is in the archive too
        Backup.execute(connection, "truncate " + all);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            Backup.execute(connection, "alter table " + table.name() + " disable trigger user");
            var columns = String.join(", ", table.columns());
            try (var in = archive.stream(table.entry())) {
                copy.copyIn("copy " + table.name() + " (" + columns + ") from stdin", in);
            }
            Backup.execute(connection, "alter table " + table.name() + " enable trigger user");
            var found = Backup.digest(connection, table.name(), columns);
            if (found.rows() != table.rows() || !found.digest().equals(table.digest()))
                throw new BackupFailed(BackupText.differs(table.name()));
        }
        for (var sequence : archive.manifest().sequences().entrySet()) {
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
        // every line finds again the line it names, or all is undone
        for (var key : keys)
            Backup.execute(
                    connection,
                    "alter table "
                            + key.table()
                            + " add constraint "
                            + key.name()
                            + " "
                            + key.definition());
        for (var table : forced)
            Backup.execute(connection, "alter table " + table + " force row level security");
        Backup.execute(connection, "analyze");
    }

    private record Key(String table, String name, String definition) {}

    private static List<Key> foreignKeys(Connection connection) throws SQLException {
        var keys = new ArrayList<Key>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
                                  from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                                 where c.contype = 'f' and n.nspname not like 'pg\\_%' order by 1, 2
                                """)) {
            while (rows.next())
                keys.add(new Key(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
        return keys;
    }

    private static List<String> protectedTables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select oid::regclass::text from pg_class where relkind = 'r' and relforcerowsecurity order by 1")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }
}
