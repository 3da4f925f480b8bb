package fr.maillage.followup;

import fr.maillage.kernel.PatientId;
import java.util.UUID;

/// Significant facts for the attending doctor, as other modules tell them.
public interface TellDoctor {

    /// Puts the letter in the tray, in the caller's transaction; false, and nothing is written,
    /// when the person opposes it or has no declared doctor.
    ///
    /// @param about what it is about
    /// @param fact goes on from « un fait concernant LEROY Odette (12/04/1942), »
    boolean told(PatientId person, UUID about, String fact, String author);
}
