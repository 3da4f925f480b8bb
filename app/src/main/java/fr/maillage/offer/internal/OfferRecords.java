package fr.maillage.offer.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class OfferRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "offer.unmet_need",
                        "Besoins non couverts",
                        "t.commune_name || ', depuis le ' || to_char(t.since, 'DD/MM/YYYY')",
                        "t.noted_at"));
    }
}
