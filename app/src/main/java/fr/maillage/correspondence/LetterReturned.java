package fr.maillage.correspondence;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter came back undelivered: somebody has to find out where it should have gone.
///
/// @param reason NPAI, REFUSE, NON_RECLAME, DECEDE or AUTRE
public record LetterReturned(
        NetworkId network, UUID letter, @Nullable PatientId patient, String reason)
        implements NetworkEvent {}
