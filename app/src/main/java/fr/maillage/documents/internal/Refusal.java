package fr.maillage.documents.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a file is not taken.
sealed interface Refusal {
    record Empty() implements Refusal {}

    /// @param limit in bytes
    record TooLarge(long size, long limit) implements Refusal {}

    /// Called a PDF, and is none.
    record NotAPdf() implements Refusal {}

    record DamagedPdf() implements Refusal {}

    /// Opens with a password only.
    record LockedPdf() implements Refusal {}

    record Heic() implements Refusal {}

    /// Another kind of image: GIF, WebP, BMP.
    record OtherImage() implements Refusal {}

    record DamagedImage() implements Refusal {}

    record HugeImage() implements Refusal {}

    record Macros() implements Refusal {}

    /// Unpacks to far more than any document.
    record Bomb() implements Refusal {}

    record DamagedOffice() implements Refusal {}

    record LockedOffice() implements Refusal {}

    /// .doc, .xls, .ppt: they cannot be told from a file with macros; or protected by a password.
    record OldOffice() implements Refusal {}

    record Archive() implements Refusal {}

    record Program() implements Refusal {}

    record WebPage() implements Refusal {}

    record Unknown() implements Refusal {}

    /// @param name what the antivirus calls it
    record Virus(String name) implements Refusal {}

    /// The antivirus did not answer, or not as it should.
    record Unchecked() implements Refusal {}

    /// It could not be looked at in the time allowed.
    record TooLong() implements Refusal {}

    /// The person already has this very content.
    ///
    /// @param title null for who may not read it
    record Already(UUID document, @Nullable String title) implements Refusal {}

    /// More files than are taken at once.
    record TooMany(int limit) implements Refusal {}
}
