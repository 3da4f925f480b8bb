package fr.maillage.careplan.internal.education;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The education programme of a person. Sources: CSP L.1161-1 and L.1161-2 (proposed by the
/// prescribing doctor, personal); SROS 2004 §4.3.1 (levels).
///
/// @param runByName who runs it, outside the structure
/// @param askedOn when the attending doctor asked the structure for it
/// @param status EN_COURS, TERMINE or ARRETE
/// @param evaluation what was acquired, or why it stopped
record Programme(
        UUID id,
        PatientId patient,
        @Nullable UUID model,
        String title,
        EducationLevel level,
        RunBy runBy,
        @Nullable String runByName,
        String proposedBy,
        LocalDate proposedOn,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate diagnosisOn,
        @Nullable String diagnosisBy,
        @Nullable String diagnosis,
        String status,
        @Nullable LocalDate endedOn,
        @Nullable String evaluation,
        List<Competence> competences) {

    boolean running() {
        return status.equals("EN_COURS");
    }

    /// Something the person wants to know or to be able to do.
    record Competence(
            UUID id,
            Family family,
            String words,
            Mastery before,
            @Nullable Mastery after,
            @Nullable LocalDate evaluatedOn) {}

    @Override
    public String toString() {
        return "Programme[" + id + "]";
    }
}
