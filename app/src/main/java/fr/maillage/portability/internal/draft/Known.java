package fr.maillage.portability.internal.draft;

import fr.maillage.directory.Practitioners.Practitioner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the structure and the directory know, for reading a file.
///
/// @param team those who may be référents, with their names
public record Known(Set<String> themes, Map<UUID, String> team, Directory directory) {

    /// Who holds a number.
    @FunctionalInterface
    public interface Directory {
        Optional<Practitioner> find(String rpps);
    }
}
