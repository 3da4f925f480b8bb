package fr.maillage.intake;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request came in. Who must be told, and what: [Referrals#noticeFor].
///
/// @param patient null when the request is about nobody
public record ReferralReceived(
        NetworkId network, UUID referral, @Nullable PatientId patient, Instant at)
        implements NetworkEvent {}
