package fr.maillage.correspondence.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter being written.
///
/// @param source the text with its fields: the template's, or as changed for this letter
/// @param typed what the writer typed, by key of field or `libre:` and the question
/// @param line of the circle, when the recipient is somebody of it
record Draft(
        UUID id,
        NetworkId network,
        PatientId patient,
        String templateCode,
        String templateTitle,
        String templateVersion,
        boolean clinical,
        RecipientKind kind,
        String recipient,
        @Nullable String address,
        @Nullable UUID line,
        String subject,
        String source,
        Map<String, String> typed,
        Instant createdAt,
        @Nullable String createdBy,
        int version) {}
