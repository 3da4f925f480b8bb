package fr.maillage.platform.internal;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
                    "intake",
                    "casefile",
                    "documents",
                    "correspondence",
                    "assessment",
                    "careplan",
                    "agenda",
                    "followup",
                    "indicators");

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void run(Database database) {
        var applied = 0;
        for (var module : MODULES) {
            var result =
                    Flyway.configure()
                            .dataSource(database.url(), database.owner(), database.ownerPassword())
                            .defaultSchema(module)
                            .createSchemas(true)
                            .table("schema_history")
                            .locations("classpath:db/migration/" + module)
                            .failOnMissingLocations(false)
                            .placeholderReplacement(false)
                            .loggers("slf4j")
                            .load()
                            .migrate();
            applied += result.migrationsExecuted;
        }
        open(database);
        if (applied > 0) log.info("Schéma à jour ({} étapes appliquées)", applied);
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
                                    + "entre structures (superutilisateur, BYPASSRLS ou propriétaire) : donnez-en un autre.");
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "La base refuse les droits du rôle de l’application : " + e.getMessage(), e);
        }
    }
}
