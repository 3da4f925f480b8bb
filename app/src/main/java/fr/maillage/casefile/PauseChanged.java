package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// An accompaniment was put in pause, or taken up again: what falls due meanwhile is not awaited.
public record PauseChanged(NetworkId network, UUID support, PatientId patient, Instant at)
        implements NetworkEvent {}
