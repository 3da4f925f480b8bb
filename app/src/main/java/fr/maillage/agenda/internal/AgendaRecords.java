package fr.maillage.agenda.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class AgendaRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "agenda.appointment",
                        "Rendez-vous",
                        "to_char(t.starts_at, 'DD/MM/YYYY')",
                        "t.starts_at"));
    }
}
