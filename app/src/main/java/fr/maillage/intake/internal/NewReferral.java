package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients.NewPatient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as reception took it, every field read. No field about age, pathology or income takes
/// part in accepting it: a request is never refused (guide, fiche O1 §2).
///
/// @param about somebody known, somebody new, or nobody
/// @param externalRef the number it has where it came from
/// @param mtOpposed the person opposes the attending doctor being told
/// @param mtTold who calls says the attending doctor already knows
record NewReferral(
        Asker asker,
        About about,
        List<Motive> motives,
        @Nullable String ownWords,
        @Nullable String relativesWords,
        @Nullable String note,
        Channel channel,
        Degree urgency,
        @Nullable Agreement agreement,
        @Nullable String agreementReason,
        boolean mtOpposed,
        boolean mtTold,
        @Nullable String externalRef) {

    record Asker(
            AskerQuality quality,
            String name,
            @Nullable String function,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable String structure) {}

    sealed interface About {
        record Known(PatientId patient) implements About {}

        record Unknown(NewPatient person) implements About {}

        record Nobody() implements About {}
    }
}
