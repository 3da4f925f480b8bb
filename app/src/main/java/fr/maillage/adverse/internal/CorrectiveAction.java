package fr.maillage.adverse.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// What is done so that it does not happen again, and whether it helped.
///
/// @param task of the owner
record CorrectiveAction(
        UUID id,
        UUID event,
        String title,
        UUID owner,
        String ownerName,
        LocalDate dueOn,
        State state,
        UUID task,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable String endedWords,
        @Nullable Effect effect,
        @Nullable LocalDate evaluatedOn,
        @Nullable String evaluatedBy,
        @Nullable String evaluation) {

    enum State {
        A_FAIRE("À faire", "circle-dashed", "is-due"),
        FAITE("Faite", "circle-check", "is-done"),
        ABANDONNEE("Abandonnée", "circle-x", "");

        final String label;
        final String icon;
        final String tone;

        State(String label, String icon, String tone) {
            this.label = label;
            this.icon = icon;
            this.tone = tone;
        }
    }

    /// Whether it is done and nobody said if it helped.
    boolean toEvaluate() {
        return state == State.FAITE && effect == null;
    }
}
