package fr.maillage.platform.internal;

import fr.maillage.kernel.Sha256;
import fr.maillage.platform.OpenEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes one archive of everything: each table as PostgreSQL's own COPY text, all of one snapshot,
/// and the files of the folder of documents. The application may run meanwhile. The archive is
/// written beside and named when it is whole; only its owner may read it.
final class Backup {

    /// Rebuilt by the application; a job that was running must not be running after a restore.
    static final Set<String> LEFT_OUT = Set.of("platform.scheduled_tasks");

    /// An archive is dated by the machine: a demonstration's clock says another day.
    static final Clock MACHINE = Clock.systemUTC();

    private final Database database;
    private final Path documents;

    /// @param documents folder of contents kept outside the database; it may not exist
    Backup(Database database, Path documents) {
        this.database = database;
        this.documents = documents;
    }

    /// What was written, and its size in bytes.
    record Written(Manifest manifest, long bytes) {}

    /// Writes the archive. Throws [BackupFailed]; nothing bears the file's name then.
    Written to(Path file) {
        if (Files.exists(file)) throw new BackupFailed(BackupText.exists(file));
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(beside);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        beside,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Manifest manifest;
            try (var out = Files.newOutputStream(beside, StandardOpenOption.CREATE);
                    var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
                zip.setLevel(Deflater.BEST_SPEED);
                manifest = write(zip);
            }
            try (var channel =
                    java.nio.channels.FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return new Written(manifest, Files.size(file));
        } catch (IOException e) {
            discard(beside);
            throw new BackupFailed(BackupText.notWritable(file), e);
        } catch (SQLException e) {
            discard(beside);
            throw new BackupFailed(BackupText.refused(e), e);
        } catch (RuntimeException e) {
            discard(beside);
            throw e;
        }
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // the next backup of that name removes it
        }
    }

    private Manifest write(ZipOutputStream zip) throws IOException, SQLException {
        BackupRole.ensure(database);
        try (var connection =
                DriverManager.getConnection(
                        database.url(), database.owner(), database.ownerPassword())) {
            connection.setAutoCommit(false);
            execute(connection, "set transaction isolation level repeatable read read only");
            var modules = modules(connection);
            execute(
                    connection,
                    "set local role " + BackupRole.NAME,
                    "set local time zone 'UTC'",
                    "set local datestyle = 'ISO, YMD'",
                    "set local intervalstyle = 'postgres'",
                    "set local extra_float_digits = 1");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var tables = new ArrayList<Manifest.Table>();
            for (var table : tables(connection).entrySet()) {
                var columns = String.join(", ", table.getValue());
                var found = digest(connection, table.getKey(), columns);
                zip.putNextEntry(new ZipEntry("tables/" + table.getKey()));
                var sha = Sha256.begin();
                copy.copyOut(
                        "copy (select " + columns + " from " + table.getKey() + ") to stdout",
                        new DigestOutputStream(new OpenEntry(zip), sha));
                zip.closeEntry();
                tables.add(
                        new Manifest.Table(
                                table.getKey(),
                                table.getValue(),
                                found.rows(),
                                found.digest(),
                                HexFormat.of().formatHex(sha.digest())));
            }
            var manifest =
                    new Manifest(
                            Manifest.FORMAT,
                            MACHINE.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                            modules,
                            tables,
                            sequences(connection),
                            documents(zip));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /// Files are only ever added to the folder, and named once whole: those that the snapshot knows
    /// are all there.
    private List<Manifest.Document> documents(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(documents)) return List.of();
        var found = new ArrayList<Manifest.Document>();
        List<Path> files;
        try (var walk = Files.walk(documents)) {
            files =
                    walk.filter(Files::isRegularFile)
                            .filter(f -> !f.getFileName().toString().endsWith(".part"))
                            .sorted()
                            .toList();
        }
        for (var file : files) {
            var path = documents.relativize(file).toString();
            zip.putNextEntry(new ZipEntry("documents/" + path));
            var sha = Sha256.begin();
            long size;
            try {
                size = Files.copy(file, new DigestOutputStream(new OpenEntry(zip), sha));
            } catch (NoSuchFileException e) {
                throw new BackupFailed(BackupText.documentGone(), e);
            }
            zip.closeEntry();
            found.add(new Manifest.Document(path, size, HexFormat.of().formatHex(sha.digest())));
        }
        return found;
    }

    /// Every table of the modules with its stored columns, by name.
    static Map<String, List<String>> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        try (var statement =
                connection.prepareStatement(
                        """
                        select n.nspname || '.' || c.relname, quote_ident(a.attname)
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         where c.relkind = 'r' and n.nspname = any (?) and c.relname <> 'schema_history'
                         order by 1, a.attnum
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.MODULES.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (LEFT_OUT.contains(rows.getString(1))) continue;
                    tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return tables;
    }

    record Digest(long rows, String digest) {}

    static Digest digest(Connection connection, String table, String columns) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*), coalesce(sum(hashtextextended(cast(t as text), 0)::numeric), 0)::text from (select "
                                        + columns
                                        + " from "
                                        + table
                                        + ") t")) {
            rows.next();
            return new Digest(rows.getLong(1), rows.getString(2));
        }
    }

    private static Map<String, String> modules(Connection connection) throws SQLException {
        var versions = new LinkedHashMap<String, String>();
        for (var module : Migrations.present(connection)) {
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select version from "
                                            + module
                                            + ".schema_history where success and version is not null order by installed_rank desc limit 1")) {
                if (rows.next()) versions.put(module, rows.getString(1));
            }
        }
        return versions;
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        var last = new HashMap<String, Long>();
        try (var statement =
                connection.prepareStatement(
                        "select schemaname || '.' || sequencename, last_value from pg_sequences where schemaname = any (?) and last_value is not null")) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.MODULES.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) last.put(rows.getString(1), rows.getLong(2));
            }
        }
        return last;
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var text : statements) statement.execute(text);
        }
    }
}
