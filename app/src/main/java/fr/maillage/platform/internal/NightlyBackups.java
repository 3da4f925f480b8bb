package fr.maillage.platform.internal;

import fr.maillage.platform.BackupProperties;
import fr.maillage.platform.Backups;
import fr.maillage.platform.DatabaseProperties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The backups made at night into a folder. A backup counts once it was read again whole.
@Component
@EnableConfigurationProperties(BackupProperties.class)
class NightlyBackups implements Backups {

    private static final Logger log = LoggerFactory.getLogger(NightlyBackups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'maillage-'uuuu-MM-dd-HHmmss'.zip'")
                    .withZone(ZoneId.of("Europe/Paris"));
    private static final Pattern OURS =
            Pattern.compile("maillage-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.zip");

    private final BackupProperties properties;
    private final Backup backup;
    private final JdbcClient sql;
    private final Clock clock;

    NightlyBackups(
            BackupProperties properties,
            DatabaseProperties database,
            DatabaseConfiguration.Server server,
            Environment environment,
            JdbcClient sql,
            Clock clock) {
        this.properties = properties;
        this.backup =
                new Backup(server.database(), MaintenanceRun.documents(environment, database));
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<LocalTime> nightly() {
        return properties.folder() == null ? Optional.empty() : Optional.of(properties.at());
    }

    @Override
    public void run() {
        var folder = properties.folder();
        if (folder == null) return;
        var name = NAME.format(Backup.MACHINE.instant());
        var file = folder.toAbsolutePath().resolve(name);
        long bytes = 0;
        long rows = 0;
        long documents = 0;
        String failure = null;
        try {
            Files.createDirectories(file.getParent());
            var written = backup.to(file);
            bytes = written.bytes();
            rows = written.manifest().rows();
            documents = written.manifest().documents().size();
            verify(file);
            forget(folder);
        } catch (BackupFailed | DatabaseUnavailable e) {
            failure = e.getMessage();
            log.error("the backup failed", e);
        } catch (IOException | RuntimeException e) {
            failure = BackupText.notWritable(folder);
            log.error("the backup failed", e);
        }
        note(new Run(clock.instant(), name, bytes, rows, documents, failure));
    }

    /// Reads it again whole; what does not read whole is not kept.
    static void verify(Path file) throws IOException {
        try {
            Archive.verified(file).close();
        } catch (BackupFailed e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Removes the oldest beyond those to keep, and only files that bear a backup's name.
    private void forget(Path folder) throws IOException {
        var own = new ArrayList<Path>();
        try (var files = Files.list(folder)) {
            files.filter(f -> OURS.matcher(f.getFileName().toString()).matches()).forEach(own::add);
        }
        own.sort(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed());
        for (var old : own.subList(Math.min(properties.keep(), own.size()), own.size()))
            Files.deleteIfExists(old);
    }

    private void note(Run run) {
        sql.sql(
                        """
                        insert into platform.backup_run (at, file, bytes, rows, documents, failure)
                        values (:at, :file, :bytes, :rows, :documents, :failure)
                        """)
                .param("at", Timestamp.from(run.at()))
                .param("file", run.file())
                .param("bytes", run.bytes())
                .param("rows", run.rows())
                .param("documents", run.documents())
                .param("failure", run.failure())
                .update();
    }

    @Override
    public List<Run> latest() {
        return sql.sql("select * from platform.backup_run order by at desc, id desc limit 30")
                .query((row, _) ->
                        new Run(
                                row.getTimestamp("at").toInstant(),
                                row.getString("file"),
                                row.getLong("bytes"),
                                row.getLong("rows"),
                                row.getLong("documents"),
                                row.getString("failure")))
                .list();
    }
}
