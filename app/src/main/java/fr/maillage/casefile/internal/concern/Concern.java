package fr.maillage.casefile.internal.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A concern of abuse or neglect, as it stands. What was written never changes: it is completed by
/// [Step]s.
///
/// @param facts what was seen or said
/// @param impressions what the author thinks of it, apart
/// @param concerned whom it endangers, who is said to be at its origin
/// @param reviewOn when it is looked at again; null once closed
/// @param restricted hidden from everybody but its audience, and from the person's journal
/// @param readers accounts named, besides the author, the head and the référent
record Concern(
        UUID id,
        String nature,
        String facts,
        @Nullable String impressions,
        String concerned,
        String since,
        String decided,
        @Nullable LocalDate reviewOn,
        String status,
        @Nullable String closedWhy,
        boolean restricted,
        List<UUID> readers,
        UUID authorId,
        String authorName,
        Instant writtenAt,
        int version) {

    boolean closed() {
        return status.equals("CLOSE");
    }

    /// What was added to it since.
    ///
    /// @param addresseeName as it was when it was sent; null when only its kind is known
    record Step(
            String kind,
            LocalDate onDate,
            @Nullable Addressee addressee,
            @Nullable String addresseeName,
            @Nullable String words,
            @Nullable String impressions,
            @Nullable LocalDate reviewOn,
            String authorName,
            Instant at) {}
}
