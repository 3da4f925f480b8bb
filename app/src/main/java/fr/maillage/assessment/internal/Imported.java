package fr.maillage.assessment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A questionnaire the structure brought by file, without its text.
///
/// @param code the end of its url
/// @param status A_ESSAYER, PUBLIE or RETIRE
/// @param rightKind LIBRE, PROPRE or AUTORISATION; null until it is published
record Imported(
        UUID id,
        String url,
        String version,
        String code,
        String title,
        int items,
        String status,
        Instant importedAt,
        String importedBy,
        @Nullable String rightKind,
        @Nullable String rightHolder,
        @Nullable String rightReference,
        @Nullable LocalDate rightOn,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnWhy) {

    String canonical() {
        return url + "|" + version;
    }

    boolean toTry() {
        return status.equals("A_ESSAYER");
    }

    boolean published() {
        return status.equals("PUBLIE");
    }
}
