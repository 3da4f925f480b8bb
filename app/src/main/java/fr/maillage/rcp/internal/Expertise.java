package fr.maillage.rcp.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A question put to somebody who knows more about it.
///
/// @param member the doctor of the team it is put to
/// @param anonymous put to somebody of outside without saying whom it is about
record Expertise(
        UUID id,
        PatientId patient,
        Addressee kind,
        String addressee,
        @Nullable UUID member,
        boolean anonymous,
        String question,
        LocalDate dueOn,
        Instant askedAt,
        UUID askedBy,
        String askedName,
        State state,
        @Nullable String opinion,
        @Nullable String opinionBy,
        @Nullable LocalDate opinionOn,
        @Nullable String notedBy,
        @Nullable String closedWhy,
        int version) {

    /// Where it is.
    enum State {
        EN_ATTENTE("Avis attendu", "hourglass", "is-due"),
        RENDUE("Avis rendu", "circle-check", "is-done"),
        SANS_SUITE("Sans suite", "circle-x", "");

        final String label;
        final String icon;
        final String tone;

        State(String label, String icon, String tone) {
            this.label = label;
            this.icon = icon;
            this.tone = tone;
        }
    }

    boolean waits() {
        return state == State.EN_ATTENTE;
    }

    String href() {
        return "/expertises/" + id;
    }

    @Override
    public String toString() {
        return "Expertise[" + id + "]";
    }
}
