package fr.maillage.careplan.internal.cowriting;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;

/// Somebody who speaks of a plan.
///
/// @param quality what they are to the person, in words: « Infirmière », « coordination »
record Voice(OpenFile file, SignedIn who, String quality) {

    /// The person, or a relative who reads with them.
    boolean person() {
        return who.role() == Role.PATIENT;
    }

    /// Writes the plan, and decides.
    boolean team() {
        return who.role().clinical();
    }

    String address() {
        return "/dossiers/" + file.patient() + "/plan";
    }
}
