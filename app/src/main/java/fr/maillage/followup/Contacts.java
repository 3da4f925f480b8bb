package fr.maillage.followup;

import fr.maillage.kernel.PatientId;
import java.util.UUID;

/// The log of contacts, as other modules write into it: by the rules of its own form.
public interface Contacts {

    /// Records what was exchanged about a person, and does what follows from it (line of life,
    /// letter to the attending doctor when it is significant). Throws `FormRefused` with the
    /// sentences of the form. Joins the caller's transaction.
    UUID log(PatientId patient, Exchanged contact);

    /// As the form types it, every field a text.
    ///
    /// @param day `2026-06-02`; empty: today
    /// @param time `14:05`; empty: now
    /// @param channel VISITE, TELEPHONE…
    /// @param decided what was decided
    record Exchanged(
            String day,
            String time,
            String channel,
            String who,
            String quality,
            String note,
            String decided,
            boolean significant) {
        @Override
        public String toString() {
            return "Exchanged[" + channel + "]";
        }
    }
}
