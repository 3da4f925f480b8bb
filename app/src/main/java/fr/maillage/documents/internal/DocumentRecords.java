package fr.maillage.documents.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons; the piece of a concern goes where its concern goes.
@Component
class DocumentRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                new Records(
                        "documents.document",
                        "id",
                        "patient_id",
                        "Documents",
                        "'reçu le ' || to_char(t.deposited_at, 'DD/MM/YYYY')",
                        "t.deposited_at",
                        "t.concern_id"));
    }
}
