package fr.maillage.platform.internal;

import fr.maillage.platform.BackupProperties;
import fr.maillage.platform.DatabaseProperties;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;

/// One maintenance command, with the options of the application and nothing else of it.
public final class MaintenanceRun {

    private final DatabaseProperties properties;
    private final BackupProperties backup;
    private final @Nullable Path restoreFrom;
    private final Path documents;
    private final PrintStream out;
    private final PrintStream err;

    private MaintenanceRun(
            DatabaseProperties properties,
            BackupProperties backup,
            @Nullable Path restoreFrom,
            Path documents,
            PrintStream out,
            PrintStream err) {
        this.properties = properties;
        this.backup = backup;
        this.restoreFrom = restoreFrom;
        this.documents = documents;
        this.out = out;
        this.err = err;
    }

    // not a configuration: the application's scan must not find it
    @EnableConfigurationProperties({DatabaseProperties.class, BackupProperties.class})
    static class Options {}

    /// See [fr.maillage.platform.Maintenance].
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try (var context =
                new SpringApplicationBuilder(Options.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .registerShutdownHook(false)
                        .run(args)) {
            var properties = context.getBean(DatabaseProperties.class);
            return new MaintenanceRun(
                            properties,
                            context.getBean(BackupProperties.class),
                            path(context.getEnvironment(), "maillage.restore.from"),
                            documents(context.getEnvironment(), properties),
                            out,
                            err)
                    .run();
        }
    }

    /// The folder of documents kept outside the database.
    static Path documents(Environment environment, DatabaseProperties properties) {
        return properties.documents(path(environment, "maillage.documents.folder"));
    }

    private static @Nullable Path path(Environment environment, String name) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : Path.of(value);
    }

    private int run() {
        if (Stream.of(backup.to(), backup.verify(), restoreFrom)
                        .filter(java.util.Objects::nonNull)
                        .count()
                != 1) {
            err.println(BackupText.NOT_ALONE);
            return 2;
        }
        try {
            if (backup.to() != null) write(backup.to().toAbsolutePath());
            else if (backup.verify() != null) verify(backup.verify().toAbsolutePath());
            else if (restoreFrom != null) restore(restoreFrom.toAbsolutePath());
            return 0;
        } catch (BackupFailed | DatabaseUnavailable e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void write(Path file) {
        var external = external();
        if (external.isPresent()) {
            say(file, new Backup(external.get(), documents).to(file));
            return;
        }
        if (!EmbeddedPostgres.exists(properties.data(), properties.privileges()))
            throw new BackupFailed(BackupText.noInstallation(properties.data()));
        var running = EmbeddedPostgres.running(properties.data(), properties.privileges());
        if (running.isPresent()) {
            say(file, new Backup(running.get(), documents).to(file));
            return;
        }
        try (var server = new EmbeddedPostgres(properties.data(), properties.privileges())) {
            say(file, new Backup(server.database(), documents).to(file));
        }
    }

    private void say(Path file, Backup.Written written) {
        out.println(BackupText.written(file, written.manifest(), written.bytes()));
    }

    private void verify(Path file) {
        try (var archive = Archive.verified(file)) {
            out.println(BackupText.intact(file, archive.manifest(), archive.bytes()));
        }
    }

    private void restore(Path file) {
        // read whole before anything is started or written
        try (var archive = Archive.verified(file)) {
            var external = external();
            if (external.isPresent()) {
                new Restore(external.get(), documents).from(archive);
            } else {
                try (var server =
                        new EmbeddedPostgres(properties.data(), properties.privileges())) {
                    new Restore(server.database(), documents).from(archive);
                }
            }
            out.println(BackupText.restored(file, archive.manifest()));
        }
    }

    private Optional<Database> external() {
        var url = properties.database().url();
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(ExternalPostgres.connect(properties.database(), url));
    }
}
