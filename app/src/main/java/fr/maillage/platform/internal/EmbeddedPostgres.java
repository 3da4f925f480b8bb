package fr.maillage.platform.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// A durable PostgreSQL kept as a child process, its data in one directory that survives restarts.
/// It is closed by Spring after the pool; a server orphaned by the death of the JVM is stopped at
/// the next start, and its data kept. Listens on the loopback address only, with a random port and
/// a password per installation.
final class EmbeddedPostgres implements AutoCloseable {

    static final int MAJOR = 18;
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path root;
    private final Path binaries;
    private final Path data;
    private final List<String> asNobody;
    private final int port;
    private final String superPassword;
    private final String ownerPassword;
    private final String appPassword;
    private final FileChannel lock;

    EmbeddedPostgres(Path requested, String privileges) {
        var dropped = Privileges.choose(requested.toAbsolutePath().normalize(), privileges);
        this.root = dropped.root();
        this.asNobody = dropped.prefix();
        this.data = root.resolve("pgdata");
        try {
            Files.createDirectories(root);
            lock = only(root);
            binaries = unpack();
            var fresh = !Files.exists(data.resolve("PG_VERSION"));
            superPassword = secret("pg.secret");
            ownerPassword = secret("owner.secret");
            appPassword = secret("app.secret");
            dropped.handOver(root);
            if (fresh) {
                initialise();
            } else if (Integer.parseInt(Files.readString(data.resolve("PG_VERSION")).strip())
                    != MAJOR) {
                throw new DatabaseUnavailable(
                        "Le répertoire "
                                + data
                                + " vient d’une autre version de PostgreSQL\u00A0: "
                                + "sauvegardez-le avec cette version et restaurez-le dans un répertoire neuf.");
            }
            stop(); // a server that outlived its JVM
            port = freePort();
            run(
                    120,
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-l",
                    root.resolve("pg.log").toString(),
                    "-w",
                    "-t",
                    "110",
                    "-o",
                    "-p "
                            + port
                            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
                            + "-c shared_buffers=256MB -c work_mem=32MB -c maintenance_work_mem=256MB "
                            + "-c max_wal_size=4GB -c random_page_cost=1.1 -c jit=off",
                    "start");
            createRoles();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL ne démarre pas dans " + root + "\u00A0: " + e.getMessage(), e);
        }
        log.info("PostgreSQL {} embarqué\u00A0: {} (port {})", MAJOR, data, port);
    }

    /// The database of an application that runs on this directory now, or nothing when none does.
    static Optional<Database> running(Path requested, String privileges) {
        var root = Privileges.choose(requested.toAbsolutePath().normalize(), privileges).root();
        var pidFile = root.resolve("pgdata/postmaster.pid");
        try {
            if (!Files.exists(pidFile)) return Optional.empty();
            try {
                only(root).close();
                return Optional.empty(); // a server left behind: the next start takes it in hand
            } catch (DatabaseUnavailable e) {
                // held: an application is running
            }
            return Optional.of(
                    database(
                            Integer.parseInt(Files.readAllLines(pidFile).get(3).strip()),
                            Files.readString(root.resolve("owner.secret")).strip(),
                            Files.readString(root.resolve("app.secret")).strip()));
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Le répertoire " + root + " ne peut pas être lu\u00A0: " + e.getMessage(), e);
        }
    }

    /// Whether a data directory holds a database.
    static boolean exists(Path requested, String privileges) {
        var root = Privileges.choose(requested.toAbsolutePath().normalize(), privileges).root();
        return Files.exists(root.resolve("pgdata/PG_VERSION"));
    }

    Database database() {
        return database(port, ownerPassword, appPassword);
    }

    private static Database database(int port, String ownerPassword, String appPassword) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/maillage",
                "maillage_owner",
                ownerPassword,
                "maillage_app",
                appPassword);
    }

    /// One process for one directory: a second application would otherwise take the first one's
    /// server for an orphan.
    private static FileChannel only(Path root) throws IOException {
        var channel =
                FileChannel.open(
                        root.resolve("maillage.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        channel.close();
        throw new DatabaseUnavailable(
                "Maillage tourne déjà sur le répertoire "
                        + root
                        + "\u00A0: arrêtez-le d’abord, ou donnez un autre répertoire avec --maillage.data=…");
    }

    /// Lets the directory go without stopping the server, as the death of the process does.
    void abandon() throws IOException {
        lock.close();
    }

    @Override
    public void close() {
        try (lock) {
            stop();
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop cleanly; it will be stopped at the next start", e);
        }
    }

    private void initialise() throws IOException {
        run(
                180,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + root.resolve("pg.secret"),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private void createRoles() {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                                "postgres",
                                superPassword);
                var statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'maillage_owner'")) {
                statement.execute(
                        "create role maillage_owner login createrole nosuperuser password '"
                                + ownerPassword
                                + "'");
            }
            if (!exists(statement, "select 1 from pg_roles where rolname = 'maillage_app'")) {
                statement.execute(
                        "create role maillage_app login nosuperuser nobypassrls nocreaterole nocreatedb password '"
                                + appPassword
                                + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'maillage'")) {
                statement.execute("create database maillage owner maillage_owner");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL a démarré mais refuse ses rôles\u00A0: " + e.getMessage(), e);
        }
    }

    private static boolean exists(java.sql.Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void stop() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        // The number may have been given to another program since: stop it only when it serves this
        // very directory.
        var ours =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .filter(command -> command.contains(data.toString()))
                        .isPresent();
        if (ours) run(90, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "80", "stop");
    }

    private void run(int seconds, String tool, String... arguments) throws IOException {
        var toolLog = root.resolve("pg-tools.log");
        var command = new ArrayList<>(asNobody);
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(toolLog.toFile()));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        tool + " n’a pas répondu en " + seconds + " s (voir " + toolLog + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(tool + " interrompu", e);
        }
        if (process.exitValue() != 0)
            throw new IOException(tool + " a échoué (voir " + toolLog + ")");
    }

    private String secret(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path unpack() throws IOException {
        var target = root.resolve("pgbin-" + MAJOR);
        var complete = target.resolve(".complete");
        if (Files.exists(complete)) return target;
        var architecture =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> throw noBinaries();
                };
        var resource =
                EmbeddedPostgres.class.getResourceAsStream(
                        "/postgres-linux-" + architecture + ".txz");
        if (resource == null) throw noBinaries();
        try (var archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target))
                    throw new IOException("entry outside the archive's directory");
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.deleteIfExists(file);
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(archive, file);
                        if ((entry.getMode() & 0100) != 0) file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
        Files.createFile(complete);
        return target;
    }

    private static DatabaseUnavailable noBinaries() {
        return new DatabaseUnavailable(
                "Aucun PostgreSQL embarqué pour ce processeur\u00A0: "
                        + "indiquez une base externe avec --maillage.database.url=jdbc:postgresql://…");
    }
}
