package fr.maillage.directory;

import fr.maillage.kernel.Finess;
import fr.maillage.kernel.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Structures (establishments, services, other coordination devices) as the national file knows
/// them.
public interface Organizations {

    /// The structure of this number; empty when the file does not know it.
    Optional<Organization> find(Finess finess);

    /// Structures near what was typed: a piece of the name, with or without the commune, accents
    /// and a typo tolerated; or the whole FINESS number. Of one kind (code) or of all when null.
    /// Best first, at most `limit`; nothing for fewer than two characters.
    List<Organization> near(String typed, @Nullable String kind, int limit);

    /// Structures of a kind (code, `HAD`, `MAIA`, `CLIC`…), of one commune or of all when null; by
    /// name.
    List<Organization> of(String kind, @Nullable String communeCode, int limit);

    /// Which of these telephone numbers are those of a structure of the file. Reads the whole file:
    /// for a number that somebody typed, not for lists.
    Set<PhoneNumber> phones(Set<PhoneNumber> numbers);

    /// @param kind code; `kindLabel` is what people read
    record Organization(
            String finess,
            String name,
            String kind,
            String kindLabel,
            @Nullable String address,
            @Nullable String communeCode,
            @Nullable String communeName,
            @Nullable String phone,
            @Nullable String mssante) {}
}
