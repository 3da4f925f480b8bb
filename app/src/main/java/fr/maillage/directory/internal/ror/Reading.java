package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.load.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of an entry of the ROR.
sealed interface Reading {

    /// Taken.
    record Taken(RorResource resource) implements Reading {}

    /// No more to be shown: no longer offered, or flagged sensitive. What was known of it goes.
    ///
    /// @param why null when the ROR itself ended it
    record Gone(String key, @Nullable Instant updatedAt, @Nullable Reason why) implements Reading {}

    /// Left out: what was known of it stays.
    record Left(Reason why, @Nullable String detail) implements Reading {}
}
