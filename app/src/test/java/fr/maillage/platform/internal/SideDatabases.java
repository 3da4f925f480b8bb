package fr.maillage.platform.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Databases beside the one of the tests, on the same server: a copy of one for each thing tried on
/// it. Its address is handed to other processes in their environment.
public final class SideDatabases {

    private final Path root;
    private final String server;

    /// @param data directory of a server that runs
    public SideDatabases(Path data) throws IOException {
        root = Privileges.choose(data.toAbsolutePath().normalize(), "auto").root();
        server =
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readAllLines(root.resolve("pgdata/postmaster.pid")).get(3).strip()
                        + "/";
    }

    /// The address of one, without credentials.
    public String url(String name) {
        return server + name;
    }

    /// Password of the pool's role.
    public String password() throws IOException {
        return secret("app");
    }

    /// An empty one, its schema up to date.
    public void create(String name) throws IOException, SQLException {
        drop(name);
        execute("create database " + name + " owner maillage_owner");
        Migrations.run(
                new Database(
                        url(name), "maillage_owner", secret("owner"), "maillage_app", password()));
    }

    /// The same again; nobody may be connected to the first.
    public void copy(String from, String to) throws IOException, SQLException {
        drop(to);
        execute("create database " + to + " template " + from + " owner maillage_owner");
    }

    public void drop(String name) throws IOException, SQLException {
        execute("drop database if exists " + name + " with (force)");
    }

    /// As the one who sees every line of every structure.
    public Connection everything(String name) throws IOException, SQLException {
        return DriverManager.getConnection(url(name), "postgres", secret("pg"));
    }

    private void execute(String command) throws IOException, SQLException {
        try (var connection = everything("postgres");
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String secret(String of) throws IOException {
        return Files.readString(root.resolve(of + ".secret")).strip();
    }
}
