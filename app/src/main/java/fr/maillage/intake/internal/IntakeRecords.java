package fr.maillage.intake.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class IntakeRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "intake.referral",
                        "Demandes",
                        "'n° ' || t.number || ' du ' || to_char(t.received_at, 'DD/MM/YYYY')",
                        "t.received_at"),
                Records.following("intake.urgency", "referral_id", "Urgences", "t.referral_id"),
                new Records(
                        "intake.handover",
                        "id",
                        "patient_id",
                        "Relais",
                        "t.to_name",
                        "t.sent_at",
                        "t.referral_id"));
    }
}
