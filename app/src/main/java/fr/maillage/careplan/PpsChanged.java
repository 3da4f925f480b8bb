package fr.maillage.careplan;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A PPS was submitted, received an opinion, or was closed: what is awaited changed.
public record PpsChanged(NetworkId network, UUID pps, PatientId patient, Instant at)
        implements NetworkEvent {}
