package fr.maillage.intake;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A hand-over was sent, or acknowledged.
public record HandoverChanged(NetworkId network, UUID handover, PatientId patient, Instant at)
        implements NetworkEvent {}
