package fr.maillage.portability.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class PortabilityRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "portability.origin",
                        "Numéros de l’ancien outil",
                        "coalesce(t.file_number, t.key)",
                        "null::timestamptz"),
                Records.of(
                        "portability.person",
                        "Lignes de reprise",
                        "'ligne ' || t.line",
                        "t.taken_at"));
    }
}
