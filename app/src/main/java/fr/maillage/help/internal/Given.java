package fr.maillage.help.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A help given to a person, or to a relative for her.
///
/// @param relative the circle's line of the relative, `relativeName` being their name; null for
///   somebody of no line
/// @param reviewOn the day it is looked at again; null when it does not last
/// @param reviews each time it was, latest first
record Given(
        UUID id,
        LocalDate on,
        HelpKind kind,
        @Nullable UUID relative,
        @Nullable String relativeName,
        @Nullable String partner,
        String words,
        Result result,
        @Nullable String resultWhy,
        @Nullable Integer minutes,
        @Nullable Doctor doctor,
        @Nullable String doctorWords,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedWhy,
        List<Review> reviews,
        String notedBy,
        int version) {

    /// One look at a help that lasts.
    record Review(LocalDate on, String words, String author) {}

    /// What came of it.
    enum Result {
        OBTENU("Obtenu", "is-done", "circle-check"),
        EN_ATTENTE("En attente", "is-due", "hourglass"),
        NON_OBTENU("Non obtenu", "is-late", "circle-x");

        final String label;
        final String tone;
        final String icon;

        Result(String label, String tone, String icon) {
            this.label = label;
            this.tone = tone;
            this.icon = icon;
        }
    }

    /// The part of the attending doctor.
    enum Doctor {
        INFORME("Déjà informé"),
        A_INFORMER("À informer par lettre, maintenant"),
        SANS("Sans le médecin traitant");

        final String label;

        Doctor(String label) {
            this.label = label;
        }
    }

    /// In place, until it ends.
    boolean lasts() {
        return reviewOn != null && endedOn == null;
    }

    @Override
    public String toString() {
        return "Given[" + id + "]";
    }
}
