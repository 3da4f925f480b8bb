package fr.maillage.intake;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request was answered: advice, orientation, support proposed, or closed without follow-up. Who
/// must be told, and what: [Referrals#noticeFor].
///
/// @param patient null when the request is about nobody
public record ReferralDecided(
        NetworkId network, UUID referral, @Nullable PatientId patient, Instant at)
        implements NetworkEvent {}
