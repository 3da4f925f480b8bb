package fr.maillage.planning.internal;

import fr.maillage.patient.PersonalRecords;

import org.springframework.stereotype.Component;

import java.util.List;

/// What this module keeps about persons.
@Component
class PlanningRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "planning.asked",
                        "Visites demandées",
                        "'pour le ' || to_char(t.due_on, 'DD/MM/YYYY')",
                        "t.asked_at"),
                Records.of(
                        "planning.stop",
                        "Visites proposées",
                        "'pour le ' || to_char(t.due_on, 'DD/MM/YYYY')",
                        "(select p.asked_at from planning.proposal p where p.network_id ="
                                + " t.network_id and p.id = t.proposal_id)"));
    }
}
