package fr.maillage.careplan;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A PPS became the plan in force: by the GP's opinion, by a reasoned decision when there is none,
/// or at once where there is no MT.
public record PpsInForce(NetworkId network, UUID pps, PatientId patient, Instant at)
        implements NetworkEvent {}
