package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A stay in hospital is over: what a plan asks for after a discharge has its days.
public record ReturnedHome(NetworkId network, UUID stay, PatientId patient, Instant at)
        implements NetworkEvent {}
