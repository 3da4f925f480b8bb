package fr.maillage.intake;

import fr.maillage.kernel.PatientId;

/// Whether somebody is followed by the structure now. Asked here, answered by the module that keeps
/// accompaniments.
@FunctionalInterface
public interface CurrentSupport {

    /// An accompaniment is open, watch excepted. Joins the caller's transaction.
    boolean of(PatientId patient);
}
