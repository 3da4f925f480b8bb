package fr.maillage.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.platform.DatabaseProperties.External;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server keeps its data; an external one needs a single URL; neither lets the pool's
/// role rule.
class PostgresTest {

    @TempDir Path directory;

    @Test
    void data_survive_a_stop_and_a_server_left_behind() throws Exception {
        try (var first = new EmbeddedPostgres(directory, "auto")) {
            write(
                    first.database(),
                    "create table kept (word text)",
                    "insert into kept values ('un')");
        }
        // As after kill -9 of the application: the server is still there when the next one starts.
        var orphan = new EmbeddedPostgres(directory, "auto");
        write(orphan.database(), "insert into kept values ('deux')");
        assertThatThrownBy(() -> new EmbeddedPostgres(directory, "auto"))
                .as("a second application on the same directory")
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("tourne déjà");
        orphan.abandon();
        try (var next = new EmbeddedPostgres(directory, "auto");
                var connection = owner(next.database());
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
        assertThat(Files.exists(directory.resolve("pgdata/postmaster.pid"))).isFalse();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("pg.secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void one_url_is_enough_for_an_external_database() throws Exception {
        try (var server = new EmbeddedPostgres(directory, "auto")) {
            var owner = server.database();
            var url =
                    owner.url()
                            + "?user="
                            + owner.owner()
                            + "&password="
                            + owner.ownerPassword()
                            + "&ApplicationName=essai";

            var external =
                    ExternalPostgres.connect(
                            new External(null, null, null, "maillage_ailleurs", null, 5), url);
            Migrations.run(external);

            assertThat(external.url())
                    .doesNotContain(owner.ownerPassword())
                    .contains("ApplicationName=essai");
            assertThat(
                            ExternalPostgres.connect(
                                    new External(null, null, null, "maillage_ailleurs", null, 5),
                                    url))
                    .as("the same on a second node")
                    .isEqualTo(external);
            try (var pool =
                            DriverManager.getConnection(
                                    external.url(), external.user(), external.password());
                    var rows =
                            pool.createStatement()
                                    .executeQuery("select count(*) from patient.patient")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThatThrownBy(() ->
                            Migrations.run(
                                    new Database(
                                            external.url(),
                                            owner.owner(),
                                            owner.ownerPassword(),
                                            owner.owner(),
                                            "")))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("contourner le cloisonnement");
            assertThatThrownBy(() ->
                            ExternalPostgres.connect(
                                    new External(null, null, null, "x", null, 5),
                                    url.replace(owner.ownerPassword(), "faux")))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("refuse la connexion");
        }
    }

    private static void write(Database database, String... statements) throws SQLException {
        try (var connection = owner(database);
                var statement = connection.createStatement()) {
            for (var text : statements) statement.execute(text);
        }
    }

    private static java.sql.Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner(), database.ownerPassword());
    }
}
