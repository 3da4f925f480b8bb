package fr.maillage.platform.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was saved comes back line by line on another machine; what is damaged, newer or aimed at
/// data that exist is refused before anything is touched.
class BackupTest {

    private static final String NETWORK = "01890000-0000-7000-8000-000000000001";

    @TempDir static Path kept;
    @TempDir Path directory;

    /// The installation that is saved, running: its server starts once for all tests.
    private static Path data = Path.of("");

    private static @Nullable EmbeddedPostgres server;
    private Path archive = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        data = kept.resolve("data");
        server = new EmbeddedPostgres(data, "auto");
        Migrations.run(database());
        live(database());
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @BeforeEach
    void places() {
        archive = directory.resolve("sauvegarde.zip");
    }

    private static Database database() {
        return requireNonNull(server).database();
    }

    /// An empty data directory, where the binaries already unpacked serve again.
    private Path place(String name) throws IOException {
        var place = Files.createDirectory(directory.resolve(name));
        var binaries = "pgbin-" + EmbeddedPostgres.MAJOR;
        if (Files.exists(data.resolve(binaries)))
            Files.createSymbolicLink(place.resolve(binaries), data.resolve(binaries));
        return place;
    }

    @Test
    void everything_comes_back_and_nothing_else_is_opened() throws Exception {
        // a line that the policies hide from nearly everybody is saved all the same
        execute(
                database(),
                "create table network.probe (network_id uuid not null, word text)",
                "insert into network.probe values ('" + NETWORK + "', 'réservé')",
                "select platform.protect('network.probe')",
                "create policy nobody on network.probe as restrictive using (false)");

        // the application runs on this directory: the command takes its server
        assertThat(run("--maillage.backup.to=" + archive)).startsWith("0 Sauvegarde écrite");

        assertThat(run("--maillage.backup.to=" + archive)).startsWith("1 ").contains("existe déjà");
        execute(database(), "drop table network.probe");
        assertNobodyEntersTheBackupRole(database());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThat(words(archive, "tables/network.probe")).contains("réservé");
        withoutProbe();

        var elsewhere = place("ailleurs");
        assertThat(maintain(elsewhere, "--maillage.restore.from=" + archive))
                .startsWith("0 Restauré");
        assertThat(Files.readString(elsewhere.resolve("documents/" + NETWORK + "/0a/piece")))
                .isEqualTo("un courrier fictif");
        try (var restored = new EmbeddedPostgres(elsewhere, "auto")) {
            Migrations.run(restored.database());
            try (var connection = owner(restored.database())) {
                assertThat(one(connection, "select seed from platform.installation"))
                        .isEqualTo("7");
                assertThat(one(connection, "select count(*) from network.setting"))
                        .as("the policies are forced again")
                        .isEqualTo("0");
                under(connection);
                assertThat(one(connection, "select value from network.setting"))
                        .isEqualTo("l’été 🌻");
                assertThat(
                                one(
                                        connection,
                                        "insert into platform.backup_run (at, file, bytes, rows, documents) values (now(), 'x', 0, 0, 0) returning id"))
                        .as("sequences go on")
                        .isEqualTo("3");
            }
        }
        // once there is something, nothing is put over it
        assertThat(maintain(elsewhere, "--maillage.restore.from=" + archive))
                .startsWith("1 ")
                .contains("n’est pas vide");
    }

    @Test
    void an_archive_of_an_older_version_is_brought_up_to_date_in_a_database_of_somebody_else()
            throws Exception {
        var older = new LinkedHashMap<String, String>();
        // a module of one version came later than the others: the archive does not know it
        for (var module : Migrations.MODULES)
            if (!Migrations.latest(module).equals(Optional.of("1"))) older.put(module, "1");
        assertThat(older).hasSizeLessThan(Migrations.MODULES.size());
        var before = place("avant");
        try (var old = new EmbeddedPostgres(before, "auto")) {
            Migrations.upTo(old.database(), older);
            execute(
                    old.database(),
                    "insert into platform.installation (demonstration) values (false)");
            new Backup(old.database(), before.resolve("documents")).to(archive);
        }
        try (var outside = new EmbeddedPostgres(place("externe"), "auto")) {
            var database = outside.database();
            var external =
                    new String[] {
                        "--maillage.restore.from=" + archive,
                        "--maillage.database.url=" + database.url(),
                        "--maillage.database.owner=" + database.owner(),
                        "--maillage.database.owner-password=" + database.ownerPassword(),
                        "--maillage.database.password=" + database.password()
                    };
            var elsewhere = directory.resolve("ailleurs");
            assertThat(maintain(elsewhere, external)).startsWith("0 Restauré");
            assertThat(elsewhere.resolve("pgdata")).doesNotExist();
            assertThat(maintain(elsewhere, external)).startsWith("1 ").contains("n’est pas vide");
            var again = directory.resolve("encore.zip");
            external[0] = "--maillage.backup.to=" + again;
            assertThat(maintain(elsewhere, external)).startsWith("0 Sauvegarde écrite");
            assertThat(maintain(elsewhere, "--maillage.backup.verify=" + again))
                    .startsWith("0 Sauvegarde intacte");
            try (var connection = owner(database)) {
                assertThat(one(connection, "select count(*) from platform.backup_run"))
                        .isEqualTo("0");
                assertThat(one(connection, "select count(*) from platform.installation"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void a_damaged_a_foreign_or_a_newer_archive_is_refused_before_anything_is_touched()
            throws Exception {
        new Backup(database(), data.resolve("documents")).to(archive);
        assertThat(run("--maillage.backup.verify=" + archive)).startsWith("0 Sauvegarde intacte");
        var bytes = Files.readAllBytes(archive);

        var cut =
                Files.write(
                        directory.resolve("cut.zip"),
                        java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        var foreign = Files.writeString(directory.resolve("foreign.zip"), "pas une archive");
        var empty = Files.createFile(directory.resolve("empty.zip"));
        var altered = rewritten("altered.zip", Map.of("tables/network.setting", "autre chose\n"));
        var without = rewritten("without.zip", Map.of("tables/network.setting", ""));
        var newer =
                rewritten(
                        "newer.zip",
                        Map.of(
                                Manifest.ENTRY,
                                text(archive, Manifest.ENTRY)
                                        .replaceFirst(
                                                "\"patient\":\"[^\"]*\"", "\"patient\":\"999\"")));
        var spoilt =
                Files.write(
                        directory.resolve("spoilt.zip"), spoilt(bytes, "tables/network.setting"));
        for (var bad :
                java.util.List.of(
                        cut,
                        foreign,
                        empty,
                        altered,
                        without,
                        newer,
                        spoilt,
                        directory.resolve("no.zip"))) {
            var target = directory.resolve("cible-" + bad.getFileName());
            var said = maintain(target, "--maillage.restore.from=" + bad);
            assertThat(said).as(bad.toString()).startsWith("1 ").doesNotContain("Exception");
            if (!bad.equals(newer)) assertThat(target).doesNotExist();
        }
        assertThat(run("--maillage.backup.verify=" + altered))
                .contains("abîmée", "tables/network.setting");
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_nothing_behind() throws Exception {
        var empty = directory.resolve("vide");
        assertThat(maintain(empty, "--maillage.backup.to=" + archive))
                .startsWith("1 Aucune base de Maillage");
        assertThat(run("--maillage.backup.to=" + archive, "--maillage.backup.verify=" + archive))
                .startsWith("2 Une seule commande");
        var nowhere = directory.resolve("absent/sauvegarde.zip");
        assertThatThrownBy(() -> new Backup(database(), data.resolve("documents")).to(nowhere))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("ne peut pas être écrite");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    private static void live(Database database) throws SQLException, IOException {
        try (var connection = owner(database)) {
            connection.setAutoCommit(false);
            under(connection);
            Backup.execute(
                    connection,
                    "insert into platform.installation (demonstration, seed) values (false, 7)",
                    "insert into platform.backup_run (at, file, bytes, rows, documents) values (now(), 'a', 0, 0, 0), (now(), 'b', 0, 0, 0)",
                    "insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours) values ('"
                            + NETWORK
                            + "', 'Structure fictive', 'Fictive', 'DAC', 'x', '32', 'x', 'x')",
                    "insert into network.setting (key, level, value) values ('ESSAI', -1, 'l’été 🌻')");
            connection.commit();
        }
        var folder = Files.createDirectories(data.resolve("documents/" + NETWORK + "/0a"));
        Files.writeString(folder.resolve("piece"), "un courrier fictif");
        Files.writeString(folder.resolve("en-cours.part"), "pas encore un document");
    }

    private static void under(Connection connection) throws SQLException {
        Backup.execute(
                connection,
                "select set_config('maillage.networks', '"
                        + NETWORK
                        + "', false), set_config('maillage.network', '"
                        + NETWORK
                        + "', false)");
    }

    private static void assertNobodyEntersTheBackupRole(Database database) throws SQLException {
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThatThrownBy(() -> Backup.execute(connection, "set role " + BackupRole.NAME))
                    .isInstanceOf(SQLException.class);
        }
        try (var connection = owner(database)) {
            Backup.execute(connection, "set role " + BackupRole.NAME);
            for (var act :
                    new String[] {
                        "insert into network.setting (network_id, key, level, value) values ('"
                                + NETWORK
                                + "', 'X', -1, 'x')",
                        "alter table network.setting disable row level security"
                    })
                assertThatThrownBy(() -> Backup.execute(connection, act))
                        .as(act)
                        .isInstanceOf(SQLException.class);
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update network.setting set value = 'x'"))
                        .isZero();
                assertThat(statement.executeUpdate("delete from network.setting")).isZero();
            }
        }
    }

    /// The table that only this test knows is taken out of the archive.
    private void withoutProbe() throws IOException {
        var manifest = text(archive, Manifest.ENTRY);
        var start = manifest.indexOf("{\"name\":\"network.probe\"");
        assertThat(start).isPositive();
        var end = manifest.indexOf('}', start) + 2;
        var mended =
                rewritten(
                        "mended.zip",
                        Map.of(
                                Manifest.ENTRY,
                                manifest.substring(0, start) + manifest.substring(end)));
        Files.move(mended, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /// A copy of the archive with other contents for some entries; an empty one is left out.
    private Path rewritten(String name, Map<String, String> others) throws IOException {
        var copy = directory.resolve(name);
        try (var from = new ZipFile(archive.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : new ArrayList<>(from.stream().toList())) {
                var other = others.get(entry.getName());
                if (other != null && other.isEmpty()) continue;
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (other == null) from.getInputStream(entry).transferTo(to);
                else to.write(other.getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return copy;
    }

    /// The same archive with one bit pattern turned over in the data of an entry: a byte anywhere
    /// might fall where a zip keeps nothing of worth.
    static byte[] spoilt(byte[] archive, String entry) {
        var at = new String(archive, StandardCharsets.ISO_8859_1).indexOf(entry);
        // a local header ends with the length of the name, that of the extra field, and both
        int extra = (archive[at - 2] & 0xff) | (archive[at - 1] & 0xff) << 8;
        var copy = archive.clone();
        copy[at + entry.length() + extra + 1] ^= 0x55;
        return copy;
    }

    private static String words(Path archive, String entry) throws IOException {
        return text(archive, entry);
    }

    private static String text(Path archive, String entry) throws IOException {
        try (var zip = new ZipFile(archive.toFile());
                var in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String run(String... arguments) {
        return maintain(data, arguments);
    }

    private static String maintain(Path data, String... arguments) {
        var all = new ArrayList<>(java.util.List.of(arguments));
        all.add("--maillage.data=" + data);
        var said = new ByteArrayOutputStream();
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        var code = MaintenanceRun.run(all.toArray(String[]::new), print, print);
        return code + " " + said.toString(StandardCharsets.UTF_8).strip();
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (var connection = owner(database)) {
            Backup.execute(connection, statements);
        }
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner(), database.ownerPassword());
    }

    private static String one(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
