package fr.maillage.portability.internal;

import fr.maillage.portability.internal.draft.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person of a file, as the dry run and the takeover left them.
///
/// @param decided by somebody, not by the rule
/// @param made ids of what the takeover created
record PersonRow(
        int rank,
        int sheet,
        int line,
        String key,
        String name,
        PersonState state,
        Decision decision,
        boolean decided,
        List<UUID> near,
        @Nullable UUID patient,
        List<Problem> problems,
        String makes,
        List<UUID> made,
        @Nullable Instant takenAt) {

    PersonRow {
        near = List.copyOf(near);
        problems = List.copyOf(problems);
        made = List.copyOf(made);
    }

    @Override
    public String toString() {
        return "PersonRow[" + rank + ", " + state + "]";
    }
}
