package fr.maillage.desk.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose things a day shows: a member's own, those of whom they replace, and those of persons they
/// follow as the binôme of somebody away.
///
/// @param members who, and why in words; null for the member's own
/// @param persons followed as binôme, and why in words
/// @param away the référents of these persons
record DayOf(Map<UUID, @Nullable String> members, Map<UUID, String> persons, Set<UUID> away) {

    UUID[] mine() {
        return members.keySet().toArray(UUID[]::new);
    }

    UUID[] shared() {
        return persons.keySet().toArray(UUID[]::new);
    }

    UUID[] absent() {
        return away.toArray(UUID[]::new);
    }

    /// Why something stands in this day that is not the member's own; null when it is.
    @Nullable String why(@Nullable UUID of, @Nullable UUID patient) {
        if (of == null || members.containsKey(of)) return of == null ? null : members.get(of);
        return patient == null ? null : persons.get(patient);
    }
}
