package fr.maillage.correspondence;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// To whom a letter about a person may go, and why not to the others: what the person opposes, who
/// is outside the care team. Asked by modules that write to several at once.
public interface LetterAudience {

    /// Everybody, the attending doctor first. The caller has opened the file.
    List<Reader> readers(PatientId patient, LocalDate day);

    /// @param kind as [Outbox.Message#recipientKind]
    /// @param quality « Infirmière, acteur principal »
    /// @param line of the circle, when it is somebody of it; the attending doctor has none here
    /// @param never why no letter goes to them; null when one may
    /// @param clinicalNever why no letter with health content does, whatever [#never] says
    record Reader(
            String kind,
            String name,
            String quality,
            @Nullable String rpps,
            @Nullable UUID line,
            @Nullable String never,
            @Nullable String clinicalNever) {

        /// Why a letter does not go to them; null when it may.
        public @Nullable String obstacle(boolean clinical) {
            return never != null ? never : clinical ? clinicalNever : null;
        }
    }
}
