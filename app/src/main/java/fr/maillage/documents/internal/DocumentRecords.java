package fr.maillage.documents.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class DocumentRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "documents.document",
                        "Documents",
                        "'reçu le ' || to_char(t.deposited_at, 'DD/MM/YYYY')",
                        "t.deposited_at"));
    }
}
