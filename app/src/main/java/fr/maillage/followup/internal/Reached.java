package fr.maillage.followup.internal;

import java.util.List;

/// What became of a call.
enum Reached {
    JOINT("Joint"),
    MESSAGE("Message laissé"),
    PAS_DE_REPONSE("Pas de réponse"),
    A_RAPPELER("À rappeler");

    final String label;

    Reached(String label) {
        this.label = label;
    }

    static List<Choice> choices(String chosen) {
        return Choice.of(values(), v -> v.label, chosen);
    }
}
