package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.LineRef;
import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change that somebody proposes of a plan they do not write.
///
/// @param line null for a new line nobody accepted yet
/// @param part whose it is to read, as the parts of a plan
/// @param was the fields it concerns, as they stood
/// @param wanted the same, as proposed
/// @param answer the reason of a refusal
/// @param pps the version that took it
record Suggestion(
        UUID id,
        PatientId patient,
        Deed deed,
        LineRef.Kind kind,
        @Nullable LineRef line,
        String part,
        String title,
        Map<String, List<String>> was,
        Map<String, List<String>> wanted,
        String why,
        UUID authorId,
        String author,
        String quality,
        Instant at,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String answer,
        @Nullable UUID pps) {

    String href() {
        return "/dossiers/" + patient + "/plan/propositions/" + id;
    }

    boolean waits() {
        return state == State.ATTEND;
    }

    @Override
    public String toString() {
        return "Suggestion[" + id + "]";
    }
}
