package fr.maillage.portability.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A caseload being taken over from a file.
///
/// @param columns `sheet:column` gives the code of what it is, empty when it is left out
/// @param codes set, then value in compared form, gives our code; empty when it is left out
/// @param actingBy who asked for the work that goes on
/// @param resumption no alert about its persons looks further back than this day
record Takeover(
        UUID id,
        String fileName,
        String format,
        String readAs,
        String signature,
        State state,
        Map<String, String> columns,
        Map<String, Map<String, String>> codes,
        @Nullable LocalDate resumption,
        int total,
        int done,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String failure,
        @Nullable Instant erasedAt,
        Instant createdAt,
        UUID createdBy,
        String createdByName,
        @Nullable UUID actingBy,
        @Nullable String actingName,
        int version) {

    Takeover {
        columns = Map.copyOf(columns);
        codes = Map.copyOf(codes);
    }
}
