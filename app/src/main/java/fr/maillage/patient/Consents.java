package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The three acts: agreement to support, information and non-opposition inside the care team, prior
/// consent outside. Sources: CSP L.1110-4, L.1110-12, D.1110-3-4; guide DGOS 2012, fiche D4 §4-1.
public interface Consents {

    /// The last recorded state of an act; empty when never asked.
    Optional<Consent> last(PatientId patient, Act act);

    /// Every line recorded, latest first. The last of an act counts; an opposition to one
    /// professional holds until a later line of that act about the same professional says
    /// otherwise.
    List<Recorded> history(PatientId patient);

    /// What is wrong with an act about to be recorded: field (`state`, `givenOn`, `form`,
    /// `givenBy`, `representative`, `scope`, `opposedTo`, `reason`) and sentence, in the order of
    /// the form; empty when it may be recorded.
    Map<String, String> flaws(PatientId patient, Consent consent);

    /// Records an act, as a new line. Writes the trail and the line of life. Throws
    /// `IllegalArgumentException` when [#flaws] is not empty.
    void record(PatientId patient, Consent consent);

    /// The words on screen of an act: « Accord à l’accompagnement ».
    String label(Act act);

    /// The words on screen of what was said: « donné », « informée, ne s’oppose pas ».
    String label(Act act, State state);

    /// Which of the acts.
    enum Act {
        ACCOMPAGNEMENT,
        PARTAGE_EQUIPE,
        PARTAGE_HORS_EQUIPE,
        INFORMATION_DMP,
        PROTOCOLE_COOPERATION
    }

    /// What was said.
    enum State {
        DONNE,
        A_CONFIRMER,
        REFUSE,
        OPPOSITION,
        OPPOSITION_PARTIELLE,
        HORS_D_ETAT,
        RETIRE
    }

    /// @param form ORAL, ECRIT, TELEPHONE, REPRESENTANT or URGENCE
    /// @param givenBy PERSONNE, REPRESENTANT, PERSONNE_DE_CONFIANCE or EQUIPE (urgency, person
    ///   unable to say)
    /// @param opposedTo the professional a partial opposition concerns, in words
    /// @param opposedToId their line in the circle of care, when they are in it
    record Consent(
            Act act,
            State state,
            LocalDate givenOn,
            String form,
            String givenBy,
            @Nullable String representative,
            @Nullable String scope,
            @Nullable String opposedTo,
            @Nullable String reason,
            @Nullable UUID opposedToId) {

        /// An act that opposes nobody of the circle.
        public Consent(
                Act act,
                State state,
                LocalDate givenOn,
                String form,
                String givenBy,
                @Nullable String representative,
                @Nullable String scope,
                @Nullable String opposedTo,
                @Nullable String reason) {
            this(
                    act,
                    state,
                    givenOn,
                    form,
                    givenBy,
                    representative,
                    scope,
                    opposedTo,
                    reason,
                    null);
        }
    }

    /// A line, and when it was written.
    record Recorded(UUID id, Consent consent, Instant at) {}
}
