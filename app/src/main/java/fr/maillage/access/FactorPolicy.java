package fr.maillage.access;

import java.time.LocalDate;
import java.util.Optional;

/// Whether the structures of a person want a second factor at sign-in. Answered by the module that
/// keeps the settings.
public interface FactorPolicy {

    /// From which day this person must have a second factor, the earliest of what their structures
    /// ask; a day gone by asks it now. Empty: it is theirs to choose.
    Optional<LocalDate> from(SignedIn who);
}
