package fr.maillage.documents.internal;

import org.jspecify.annotations.Nullable;

/// What came of looking at a file.
sealed interface Inspection {

    /// @param pages of a PDF
    record Accepted(Format format, @Nullable Integer pages) implements Inspection {}

    record Refused(Refusal why) implements Inspection {}
}
