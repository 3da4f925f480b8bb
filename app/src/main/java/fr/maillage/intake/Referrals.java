package fr.maillage.intake;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for support, as the modules above ask about them.
public interface Referrals {

    /// A request. Throws `NotFound`.
    Referral get(UUID id);

    /// Requests about a person, latest first.
    List<Referral> of(PatientId patient);

    /// The analysis of a request, when it was made.
    Optional<Analysis> analysis(UUID referral);

    /// Inclusion or watch followed from this request: its outcome is « Accompagnement proposé », the asker and the MT are
    /// told as their quality and the person allow.
    void ledToSupport(UUID referral);

    /// @param status A_ANALYSER, EN_ATTENTE, CONSEIL, ORIENTEE, ACCOMPAGNEMENT, SANS_SUITE
    record Referral(
            UUID id,
            int number,
            Instant receivedAt,
            @Nullable PatientId patient,
            String askerQuality,
            String askerName,
            @Nullable String askerPhone,
            List<String> motives,
            @Nullable String ownWords,
            String urgency,
            @Nullable String agreement,
            String status,
            @Nullable String themeCode,
            @Nullable Integer level,
            @Nullable String intensity,
            @Nullable UUID assignedTo) {}

    /// What the coordinator found.
    record Analysis(
            List<String> medicalCriteria,
            List<String> socialCriteria,
            @Nullable Integer proposedLevel,
            @Nullable Integer retainedLevel,
            boolean needValidated) {}
}
