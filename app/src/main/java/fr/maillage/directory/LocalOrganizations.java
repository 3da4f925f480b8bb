package fr.maillage.directory;

import java.util.Optional;
import java.util.UUID;

/// Structures (a conseil départemental, a caisse…) that a structure added itself because no
/// national file knows them. Asked here by the modules below the one that keeps them.
public interface LocalOrganizations {

    /// One of the acting structure, its number empty; empty when there is none such.
    Optional<Organizations.Organization> find(UUID id);
}
