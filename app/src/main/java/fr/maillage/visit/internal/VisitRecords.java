package fr.maillage.visit.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons: a visit goes where its appointment goes.
@Component
class VisitRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.following(
                        "visit.visit", "id", "Visites hors connexion", "t.appointment_id"));
    }
}
