package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// A person was included, put under watch, or came back.
public record SupportOpened(NetworkId network, UUID support, PatientId patient, Instant at)
        implements NetworkEvent {}
