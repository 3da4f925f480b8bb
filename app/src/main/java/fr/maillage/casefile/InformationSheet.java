package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.util.Optional;

/// The sheet that tells a person what is done, what is written and what she may refuse. Kept with
/// the letters, by a module above this one.
public interface InformationSheet {

    /// « Remise le 2 juin 2026, par Sophie LECLERC »; empty while none was.
    Optional<String> given(PatientId patient);
}
