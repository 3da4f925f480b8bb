package fr.maillage.platform;

import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Backups that the application makes by itself, and the two commands about a backup.
///
/// @param folder where the nightly backups go; absent: none is made, and the settings page says so
/// @param at hour of the nightly backup, in Paris
/// @param keep how many verified backups are kept in the folder, at least 1
/// @param to command: write a backup to this file and stop
/// @param verify command: read this backup whole, compare it with its checksums, and stop
@ConfigurationProperties("maillage.backup")
public record BackupProperties(
        @Nullable Path folder,
        @DefaultValue("02:30") LocalTime at,
        @DefaultValue("14") int keep,
        @Nullable Path to,
        @Nullable Path verify) {

    /// The nightly folder and its rules.
    public BackupProperties {
        if (keep < 1) throw new IllegalArgumentException("maillage.backup.keep must be at least 1");
    }
}
