package fr.maillage.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the schema up to date, module by module, as the owner of the database. Each module has
/// its own folder (`db/migration/<module>`), its own PostgreSQL schema and its own history in it,
/// so that a module's next version never waits for another's. The order is the one in which modules
/// may depend on each other.
final class Migrations {

    /// Downwards dependencies first.
    static final List<String> MODULES =
            List.of(
                    "platform",
                    "access",
                    "territory",
                    "directory",
                    "network",
                    "web",
                    "patient",
                    "registry",
                    "space",
                    "intake",
                    "casefile",
                    "documents",
                    "correspondence",
                    "assessment",
                    "careplan",
                    "protocol",
                    "agenda",
                    "followup",
                    "visit",
                    "rcp",
                    "hospital",
                    "planning",
                    "partners",
                    "help",
                    "diseaseregister",
                    "adverse",
                    "offer",
                    "indicators",
                    "coverage",
                    "steering",
                    "portability");

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void run(Database database) {
        var applied = 0;
        for (var module : MODULES)
            applied += of(database, module, null).migrate().migrationsExecuted;
        open(database);
        if (applied > 0) log.info("Schéma à jour ({} étapes appliquées)", applied);
    }

    /// Makes the schema of an older version: each module up to the version given, those not named
    /// not at all.
    static void upTo(Database database, Map<String, String> versions) {
        for (var module : MODULES) {
            var version = versions.get(module);
            if (version != null) of(database, module, version).migrate();
        }
    }

    /// The latest version of a module's schema that this application knows; nothing for a module it
    /// does not know.
    static Optional<String> latest(String module) {
        if (!MODULES.contains(module)) return Optional.empty();
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources(
                                            "classpath*:db/migration/" + module + "/V*__*.sql"))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .max(Comparator.comparing(MigrationVersion::fromVersion));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isNewer(String version, String than) {
        return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(than))
                > 0;
    }

    /// The modules whose schema is there, in their order.
    static List<String> present(Connection connection) throws SQLException {
        var found = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select nspname from pg_namespace")) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return MODULES.stream().filter(found::contains).toList();
    }

    private static Flyway of(Database database, String module, @Nullable String target) {
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.owner(), database.ownerPassword())
                        .defaultSchema(module)
                        .createSchemas(true)
                        .table("schema_history")
                        .locations("classpath:db/migration/" + module)
                        .failOnMissingLocations(false)
                        .placeholderReplacement(false)
                        .loggers("slf4j");
        if (target != null) {
            flyway.target(MigrationVersion.fromVersion(target));
            // a repeatable script is written for the latest version
            if (!latest(module).equals(Optional.of(target)))
                flyway.repeatableSqlMigrationPrefix("NEVER");
        }
        return flyway.load();
    }

    /// Lets the pool's role into the schemas, and refuses to go on when that role could get round
    /// row-level security.
    private static void open(Database database) {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            var role = statement.enquoteIdentifier(database.user(), true);
            for (var module : MODULES)
                statement.execute("grant usage on schema " + module + " to " + role);
            try (var rows =
                    statement.executeQuery(
                            """
                            select rolsuper or rolbypassrls or rolcreaterole
                                   or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                               where c.relowner = r.oid and n.nspname not like 'pg\\_%')
                              from pg_roles r where rolname =\
                            """
                                    + statement.enquoteLiteral(database.user()))) {
                if (!rows.next() || rows.getBoolean(1)) {
                    throw new DatabaseUnavailable(
                            "Le rôle "
                                    + database.user()
                                    + " pourrait contourner le cloisonnement "
                                    + "entre structures (superutilisateur, BYPASSRLS ou propriétaire)\u00A0: donnez-en un autre.");
                }
            }
            BackupRole.ensure(database);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "La base refuse les droits du rôle de l’application\u00A0: " + e.getMessage(),
                    e);
        }
    }
}
