package fr.maillage.casefile;

import fr.maillage.kernel.Money;
import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rights and measures of a person, as other modules name them.
public interface Rights {

    /// Every right of the person, the soonest end first, the closed ones last. Nothing medical.
    List<Named> of(PatientId patient);

    /// @param words « AME, accordé jusqu’au 2 juillet 2026 »
    /// @param closed it is followed no more
    /// @param protection it is a measure of protection
    /// @param state A_DEMANDER, DEMANDE, ACCORDE, REFUSE, RECOURS or CLOS
    /// @param amount what was granted, with `per`: MOIS, AN or UNIQUE; null when nobody said
    record Named(
            UUID id,
            String words,
            boolean closed,
            boolean protection,
            String state,
            @Nullable Money amount,
            @Nullable String per,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
