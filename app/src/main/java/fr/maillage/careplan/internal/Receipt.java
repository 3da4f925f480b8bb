package fr.maillage.careplan.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sign that the attending doctor has a plan, which is not yet an opinion on it.
///
/// @param by who opened the page, or said so
/// @param withdrawn who took it back; null while it stands
record Receipt(
        UUID id,
        LocalDate on,
        ReceiptWay way,
        String by,
        @Nullable String words,
        String recordedBy,
        Instant recordedAt,
        @Nullable String withdrawn) {

    /// Whether it says something of the plan as it was last submitted: taken back and submitted
    /// again, a plan is received again.
    boolean counts(Pps pps) {
        var asked = pps.submittedAt();
        return withdrawn == null && asked != null && !recordedAt.isBefore(asked);
    }

    /// Never who.
    @Override
    public String toString() {
        return "Receipt[" + id + "]";
    }
}
