package fr.maillage.platform;

import fr.maillage.kernel.NetworkId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events whose listener failed: what had to follow an act did not. Tried again by itself, later
/// and later, then left for somebody to look at; « Relancer » tries at once, at any time.
public interface FailedPublications {

    /// How many times an event is tried, the first included, before it waits for somebody.
    int MOST_ATTEMPTS = 8;

    /// Of one structure, oldest first; those being tried at this moment are not there.
    List<Failed> of(NetworkId network);

    /// Tries one of this structure again, in the background. False when it is not among its
    /// failures any more.
    boolean retry(NetworkId network, UUID id);

    /// Tries again, for every structure, what has waited long enough ([#wait]). Returns how many.
    int retryDue();

    /// Removes what was listened to longer than a week ago.
    void forgetOld();

    /// Wait after the given number of attempts: 1, 2, 4… minutes.
    static Duration wait(int attempts) {
        return Duration.ofMinutes(1L << Math.clamp(attempts - 1L, 0, MOST_ATTEMPTS));
    }

    /// No content: an event holds ids only, and even these stay out.
    ///
    /// @param event simple name of the event, « PpsInForce »
    /// @param listener simple name of who listens
    /// @param since when the act happened
    /// @param last the last attempt
    /// @param next the next one; null when nobody tries any more
    record Failed(
            UUID id,
            String event,
            String listener,
            Instant since,
            int attempts,
            Instant last,
            @Nullable Instant next) {}
}
