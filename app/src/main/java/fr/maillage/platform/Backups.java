package fr.maillage.platform;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The backups of the whole installation that the application makes at night.
public interface Backups {

    /// The hour of the nightly backup in Paris, or nothing when no folder is set.
    Optional<LocalTime> nightly();

    /// Writes a backup into the folder, reads it again whole, and removes the oldest verified ones
    /// beyond those to keep. Never throws: what went wrong is noted in [#latest].
    void run();

    /// The last thirty attempts, latest first.
    List<Run> latest();

    /// One attempt.
    ///
    /// @param file name of the archive, without its folder
    /// @param bytes its size
    /// @param rows lines of all tables in it
    /// @param documents files of the document folder in it
    /// @param failure a French sentence when it did not succeed; the archive is then not to be
    ///   relied upon
    record Run(
            Instant at,
            String file,
            long bytes,
            long rows,
            long documents,
            @Nullable String failure) {}
}
