package fr.maillage.patient;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;

/// Two files were joined into `survivor`'s, or parted again: what is awaited for either changes.
///
/// @param parted the merge was undone, both stand again
public record PersonsMerged(
        NetworkId network, PatientId survivor, PatientId absorbed, boolean parted, Instant at)
        implements NetworkEvent {}
