package fr.maillage.protocol.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps about persons: the algorithms walked for them, what was proposed to them
/// and set aside.
@Component
class ProtocolRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "protocol.walk",
                        "Algorithmes décisionnels parcourus",
                        "'du ' || to_char(t.begun_at at time zone 'Europe/Paris', 'DD/MM/YYYY')",
                        "t.begun_at"),
                Records.of(
                        "protocol.set_aside",
                        "Propositions écartées",
                        "'le ' || to_char(t.at at time zone 'Europe/Paris', 'DD/MM/YYYY')",
                        "t.at"));
    }
}
