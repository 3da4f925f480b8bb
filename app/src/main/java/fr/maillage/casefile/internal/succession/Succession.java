package fr.maillage.casefile.internal.succession;

import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// « Remplacé par »: who gives way to whom, from when to when. Noted, then begun on its day, then
/// ended: on the day after its last for a locum, or by hand, when everything is given back.
///
/// @param rpps national number, when it is known: the same person is known by it, else by the name
/// @param until last day of a locum, null for a successor
record Succession(
        UUID id, Party replaced, Party by, Kind kind, LocalDate since, @Nullable LocalDate until) {

    /// A professional.
    record Party(
            String name,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable String profession) {

        /// The same professional: by number when both have one, else by name.
        boolean is(Party other) {
            return rpps != null && other.rpps != null
                    ? rpps.equals(other.rpps)
                    : name.equalsIgnoreCase(other.name);
        }
    }

    /// For how long.
    enum Kind {
        REMPLACANT("Remplaçant"),
        SUCCESSEUR("Successeur");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// Whether two of them have a day in common.
    boolean meets(LocalDate from, @Nullable LocalDate to) {
        return (to == null || !since.isAfter(to)) && (until == null || !from.isAfter(until));
    }

    /// Adds what forbids it. A day gone by is refused: letters of that day went where they went.
    ///
    /// @param other a succession of the same professional that stands already
    void check(@Nullable Succession other, LocalDate today, FormErrors errors) {
        if (by.is(replaced)) errors.add("byName", SuccessionText.SAME);
        if (since.isBefore(today)) errors.add("since", SuccessionText.PAST);
        if (kind == Kind.REMPLACANT && until == null) errors.add("until", SuccessionText.UNTIL);
        if (until != null && until.isBefore(since)) errors.add("until", SuccessionText.ORDER);
        if (other != null && other.meets(since, until)) errors.add("since", SuccessionText.ALREADY);
    }
}
