package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The three acts: agreement to support, information and non-opposition inside the care team, prior consent outside.
/// Sources: CSP L.1110-4, L.1110-12, D.1110-3-4; guide DGOS 2012, fiche D4 §4-1.
public interface Consents {

    /// The last recorded state of an act; empty when never asked.
    Optional<Consent> last(PatientId patient, Act act);

    /// Records an act, as a new line. Writes the trail and the line of life.
    void record(PatientId patient, Consent consent);

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

    /// @param form  ORAL, ECRIT, TELEPHONE, REPRESENTANT or URGENCE
    /// @param givenBy PERSONNE, REPRESENTANT, PERSONNE_DE_CONFIANCE or EQUIPE (urgency, person unable to say)
    /// @param opposedTo the professional a partial opposition concerns
    record Consent(
            Act act,
            State state,
            LocalDate givenOn,
            String form,
            String givenBy,
            @Nullable String representative,
            @Nullable String scope,
            @Nullable String opposedTo,
            @Nullable String reason) {}
}
