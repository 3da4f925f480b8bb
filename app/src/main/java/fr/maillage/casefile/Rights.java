package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.UUID;

/// Rights and measures of a person, as other modules name them.
public interface Rights {

    /// Every right of the person, the soonest end first, the closed ones last. Nothing medical.
    List<Named> of(PatientId patient);

    /// @param words « AME, accordé jusqu’au 2 juillet 2026 »
    /// @param closed it is followed no more
    /// @param protection it is a measure of protection
    record Named(UUID id, String words, boolean closed, boolean protection) {}
}
