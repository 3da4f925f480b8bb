package fr.maillage.hospital.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons: the codes of printed sheets, acute situations.
@Component
class HospitalRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "hospital.sheet",
                        "Fiches pour les urgences",
                        "'imprimée le ' || to_char(t.made_at, 'DD/MM/YYYY')",
                        "t.made_at"),
                Records.of(
                        "hospital.acute_support",
                        "Situations aiguës",
                        "'le ' || to_char(t.happened_on, 'DD/MM/YYYY')",
                        "t.noted_at"));
    }
}
