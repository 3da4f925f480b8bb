package fr.maillage.followup.internal;

import fr.maillage.correspondence.Outbox;
import fr.maillage.followup.TellDoctor;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// REQ-FOLLOWUP-05: significant facts are sent to the attending doctor, unless the person opposes
/// it or there is none. The letter waits in the tray.
@Component
public class SignificantFacts implements TellDoctor {

    private final Patients patients;
    private final Outbox outbox;

    SignificantFacts(Patients patients, Outbox outbox) {
        this.patients = patients;
        this.outbox = outbox;
    }

    /// What became of it.
    public enum Telling {
        TOLD,
        OPPOSED,
        NO_DOCTOR;

        /// In words, after a first sentence.
        public String sentence() {
            return FollowUpText.told(
                    this == TOLD ? 1 : 0, this == OPPOSED ? 1 : 0, this == NO_DOCTOR ? 1 : 0);
        }
    }

    @Override
    public boolean told(PatientId person, UUID about, String fact, String author) {
        return tell(person, about, fact, author) == Telling.TOLD;
    }

    /// Puts the letter in the tray, in the caller's transaction.
    ///
    /// @param about what it is about: a contact, a line of the notebook
    /// @param fact goes on from « un fait concernant LEROY Odette (12/04/1942), »
    public Telling tell(PatientId person, UUID about, String fact, String author) {
        var patient = patients.get(person);
        if (!patient.mtTold()) return Telling.OPPOSED;
        var doctor = patient.mtName();
        if (!patient.mtState().equals("DECLARE") || doctor == null) return Telling.NO_DOCTOR;
        var birth = patient.birthDate();
        outbox.put(
                new Outbox.Message(
                        person,
                        "MEDECIN_TRAITANT",
                        doctor,
                        null,
                        patient.mtRpps(),
                        "FAIT_SIGNIFICATIF",
                        FollowUpText.SIGNIFICANT_SUBJECT,
                        FollowUpText.toDoctor(
                                patient.displayName()
                                        + (birth == null
                                                ? ""
                                                : " (" + FrenchDates.numeric(birth) + ")"),
                                fact,
                                author),
                        about));
        return Telling.TOLD;
    }
}
