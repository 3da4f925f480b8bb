package fr.maillage.directory;

import fr.maillage.kernel.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Structures (a conseil départemental, a caisse…) that a structure added itself because no
/// national file knows them. Asked here by the modules below the one that keeps them.
public interface LocalOrganizations {

    /// One of the acting structure, its number empty; empty when there is none such.
    Optional<Organizations.Organization> find(UUID id);

    /// Which of these telephone numbers are those of one of the acting structure.
    Set<PhoneNumber> phones(Set<PhoneNumber> numbers);
}
