package fr.maillage.directory;

import java.util.Optional;
import java.util.UUID;

/// Professionals a structure added itself because no national file knows them. Asked here by the
/// modules below the one that keeps them.
public interface LocalPractitioners {

    /// Somebody of the acting structure, their number empty; empty when there is nobody such, or
    /// once they were joined with their national line.
    Optional<Practitioners.Practitioner> find(UUID id);
}
