package fr.maillage.correspondence.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons. What was printed stays as it was printed.
@Component
class CorrespondenceRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                new Records(
                        "correspondence.outgoing_message",
                        "id",
                        "patient_id",
                        "Courriers",
                        "t.recipient_name || ', ' || to_char(t.created_at, 'DD/MM/YYYY')",
                        "t.created_at",
                        "t.about_id"));
    }
}
