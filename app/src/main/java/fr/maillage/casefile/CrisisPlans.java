package fr.maillage.casefile;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do when things go wrong, and what an emergency room must know of somebody. Reading
/// leaves no trace here: the page that shows it opens the file first. Source: guide DGOS 2012,
/// fiche O1 §3 III-B (« anticiper les situations de crise »).
public interface CrisisPlans {

    /// The version in force; empty when nobody wrote one.
    Optional<CrisisPlan> current(PatientId patient);

    /// A version.
    ///
    /// @param callFirst whom to call, in which order
    /// @param actions what to do, for everybody around the person; no health content
    /// @param medical instructions and precautions, for those who treat
    /// @param habits how to speak with the person, what reassures
    record CrisisPlan(
            UUID id,
            @Nullable String callFirst,
            @Nullable String actions,
            @Nullable String medical,
            Directives directives,
            @Nullable String directivesWhere,
            @Nullable LocalDate directivesAskedOn,
            Known allergies,
            Known treatments,
            @Nullable String habits,
            String writtenBy,
            Instant writtenAt) {

        /// Whom to call and what to do, as one text; null when neither is said.
        public @Nullable String words() {
            return joined(callFirst, actions);
        }

        /// What is known of anticipated directives, in a sentence.
        public String directivesWords() {
            return directives.words(directivesWhere, directivesAskedOn);
        }

        @Override
        public String toString() {
            return "CrisisPlan[" + id + "]";
        }
    }

    /// The two as one text, a line each; null for nothing.
    static @Nullable String joined(@Nullable String callFirst, @Nullable String actions) {
        var text =
                Stream.of(callFirst, actions)
                        .filter(words -> words != null && !words.isBlank())
                        .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    /// What somebody knows, since when and from whom.
    ///
    /// @param text null: not known, which is not « none »
    record Known(@Nullable String text, @Nullable LocalDate on, @Nullable String from) {

        /// « au 2 juin 2026, d’après l’ordonnance de sortie »; empty when neither is known.
        public String origin() {
            return Stream.of(
                            on == null ? null : "au " + FrenchDates.date(on),
                            from == null || from.isBlank() ? null : "d’après " + from)
                    .filter(words -> words != null)
                    .collect(Collectors.joining(", "));
        }
    }

    /// Whether the person wrote anticipated directives (CSP L.1111-11).
    enum Directives {
        OUI("Oui, elles sont connues"),
        NON("Non, la personne n’en a pas écrit"),
        INCONNU("On ne sait pas encore");

        private final String label;

        Directives(String label) {
            this.label = label;
        }

        /// The words on screen.
        public String label() {
            return label;
        }

        /// « Connues, chez sa fille (demandé le 2 juin 2026) ».
        public String words(@Nullable String where, @Nullable LocalDate askedOn) {
            var known =
                    switch (this) {
                        case OUI -> "connues";
                        case NON -> "la personne n’en a pas écrit";
                        case INCONNU -> "on ne sait pas, à demander";
                    };
            return "Directives anticipées"
                    + Typography.NBSP
                    + ": "
                    + known
                    + (where == null || where.isBlank() ? "" : ", " + where)
                    + (askedOn == null ? "" : " (demandé le " + FrenchDates.date(askedOn) + ")");
        }
    }
}
