package fr.maillage.help.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons.
@Component
class HelpRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "help.given",
                        "Aides apportées",
                        "'le ' || to_char(t.on_date, 'DD/MM/YYYY')",
                        "t.noted_at"),
                Records.of(
                        "help.psychology",
                        "Soutiens psychologiques",
                        "'depuis le ' || to_char(t.starts_on, 'DD/MM/YYYY')",
                        "t.opened_at"),
                Records.of(
                        "help.asked",
                        "Demandes d’appui du médecin",
                        "'le ' || to_char(t.asked_on, 'DD/MM/YYYY')",
                        "t.noted_at"),
                Records.of(
                        "help.mission", "Missions prioritaires", "lower(t.mission)", "t.noted_at"),
                Records.of(
                        "help.renewal",
                        "Réévaluations demandées",
                        "'le ' || to_char(t.asked_on, 'DD/MM/YYYY')",
                        "t.noted_at"));
    }
}
