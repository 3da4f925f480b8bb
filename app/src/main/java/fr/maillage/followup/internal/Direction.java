package fr.maillage.followup.internal;

import java.util.List;

/// Who spoke first.
enum Direction {
    ENTRANT("Reçu"),
    SORTANT("Passé par l’équipe");

    final String label;

    Direction(String label) {
        this.label = label;
    }

    /// What the quick entry leaves unsaid: only who calls leaves a message or gets no answer.
    static Direction assumed(Reached reached) {
        return switch (reached) {
            case MESSAGE, PAS_DE_REPONSE -> SORTANT;
            case JOINT, A_RAPPELER -> ENTRANT;
        };
    }

    static List<Choice> choices(String chosen) {
        return Choice.of(values(), v -> v.label, chosen);
    }
}
