package fr.maillage.correspondence;

import fr.maillage.kernel.PatientId;
import java.util.Optional;

/// Letters the post brought back.
public interface ReturnedMail {

    /// « Courrier revenu le 2 juin 2026 : adresse à vérifier », of where the person lives; empty
    /// once somebody made sure of the address, or once it changed.
    Optional<String> doubt(PatientId patient);
}
