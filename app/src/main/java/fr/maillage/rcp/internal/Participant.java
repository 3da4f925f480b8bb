package fr.maillage.rcp.internal;

import fr.maillage.casefile.SharedWith.Listener;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// Somebody who takes part.
///
/// @param item the person they come for; null: the whole meeting
/// @param line of that person's circle
/// @param notInvited why the invitation could not leave
/// @param present null while nobody said
/// @param paid derogatory payment of a self-employed professional, in euros
record Participant(
        UUID id,
        UUID meeting,
        @Nullable UUID item,
        Kind kind,
        @Nullable UUID member,
        @Nullable UUID line,
        @Nullable String rpps,
        String name,
        String profession,
        @Nullable UUID letter,
        @Nullable Instant invitedAt,
        @Nullable String notInvited,
        @Nullable Answer answer,
        @Nullable Boolean present,
        @Nullable Integer minutes,
        @Nullable BigDecimal paid) {

    /// Where they come from.
    enum Kind {
        EQUIPE("Équipe"),
        CERCLE("Cercle"),
        EXTERIEUR("Extérieur");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// Whether they hear what is said of this person.
    boolean hears(UUID asked) {
        return item == null || item.equals(asked);
    }

    Listener listener() {
        return new Listener(name, rpps, kind == Kind.EQUIPE, line);
    }

    @Override
    public String toString() {
        return "Participant[" + id + "]";
    }
}
