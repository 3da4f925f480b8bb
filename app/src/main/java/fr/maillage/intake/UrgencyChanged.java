package fr.maillage.intake;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// The urgent circuit began, or one of its evaluations was done, or it ended: what is due changed.
public record UrgencyChanged(NetworkId network, UUID referral, PatientId patient, Instant at)
        implements NetworkEvent {}
