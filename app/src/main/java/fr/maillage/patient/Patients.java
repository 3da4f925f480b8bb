package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons, as other modules ask about them.
public interface Patients {

    /// Somebody of the structure. Throws `NotFound` when not there, or not theirs.
    Patient get(PatientId id);

    /// Persons whose names (and birth date, when one is typed) are near what was typed: accents,
    /// case, order and a typo do not matter; best first, deceased last. Does not leave a trace: the
    /// caller does, with the ids it shows.
    List<Near> near(String typed, int limit);

    /// Records a new person, after near matches were shown. Throws `IllegalArgumentException` on an
    /// INS already held.
    PatientId create(NewPatient person);

    /// As [#create], with what a former tool knew besides. The identity is provisional, whatever it
    /// was elsewhere.
    PatientId takeOver(NewPatient person, Besides besides);

    /// Removes a person taken over by mistake, whom nothing mentions any more; `NotFound` when
    /// there is no such person.
    void undoTakingOver(PatientId id);

    /// What a telephone request does not give.
    record Besides(
            @Nullable String birthPlace,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String notes) {}

    /// Records that the person opposes the attending doctor being told (`what` in words), or no
    /// longer does (null).
    void opposeTellingDoctor(PatientId id, @Nullable String what);

    /// Declares the attending doctor, of any profession; null: there is none any more, one is to be
    /// sought. Idempotent. The circle follows ([AttendingDoctorChanged]). Throws `NotFound`.
    void attendingDoctor(PatientId id, @Nullable Doctor doctor);

    /// @param rpps national number, when known
    record Doctor(@Nullable String rpps, String name, @Nullable String phone) {}

    /// The person died. Idempotent.
    void died(PatientId id, LocalDate on);

    /// @param displayName `LEROY Odette`
    /// @param mtState DECLARE, A_DECLARER, A_RECHERCHER, NE_PARTICIPE_PAS
    /// @param mtTold false when the person opposes the MT being told
    record Patient(
            PatientId id,
            String displayName,
            String sex,
            @Nullable LocalDate birthDate,
            @Nullable String communeCode,
            @Nullable String communeName,
            @Nullable String phone,
            @Nullable String mobile,
            String identityStatus,
            @Nullable LocalDate deceasedOn,
            String mtState,
            @Nullable String mtRpps,
            @Nullable String mtName,
            @Nullable String mtPhone,
            boolean mtTold) {}

    /// @param likeness 0 to 1
    /// @param formerly the name they bore before, when it is the one that was typed; null otherwise
    record Near(
            PatientId id,
            String displayName,
            @Nullable LocalDate birthDate,
            @Nullable String communeName,
            @Nullable LocalDate deceasedOn,
            double likeness,
            @Nullable String formerly) {}

    /// What a telephone request gives; all but the names may be missing.
    record NewPatient(
            String birthName,
            @Nullable String usedName,
            String givenNames,
            String sex,
            @Nullable LocalDate birthDate,
            @Nullable String ins,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String communeCode,
            @Nullable String communeName,
            String mtState,
            @Nullable String mtRpps,
            @Nullable String mtName,
            @Nullable String mtPhone) {}
}
