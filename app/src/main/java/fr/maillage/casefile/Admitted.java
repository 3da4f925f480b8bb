package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A stay in hospital was noted: an unplanned one is told, and it ends what a former one awaited.
public record Admitted(NetworkId network, UUID stay, PatientId patient, Instant at)
        implements NetworkEvent {}
