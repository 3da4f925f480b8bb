package fr.maillage.intake;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/// Watches (level 0, « veille ») as a request opens them. Asked here, answered by the module that
/// keeps accompaniments.
public interface Watches {

    /// Puts the person under watch, never more: level 0, with the day it is looked at again. False,
    /// and nothing written, when they are followed or watched already. Throws `FormRefused`. Joins
    /// the caller's transaction.
    boolean open(PatientId patient, Watch watch);

    /// @param referral the request it comes from
    /// @param reason in words
    record Watch(UUID referral, String theme, LocalDate reviewOn, String reason) {}
}
