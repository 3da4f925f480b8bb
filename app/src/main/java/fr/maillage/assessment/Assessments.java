package fr.maillage.assessment;

import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the evaluations of a person found, as other modules ask. Reads under the caller's context;
/// leaves no trace: the caller opened the file.
public interface Assessments {

    /// Problems retained for this person, the gravest first; what a PPS answers. Empty before any
    /// evaluation.
    List<Problem> problems(PatientId patient);

    /// The last value of every score ever done for this person, in the order of their names.
    List<LastScore> scores(PatientId patient);

    /// A retained problem.
    ///
    /// @param domain MEDICAL, PSYCHOLOGIQUE, SOCIAL, AUTONOMIE, ENVIRONNEMENT or AIDANT
    /// @param severity LEGERE, MODEREE, SEVERE, or null when nobody said
    /// @param because the finding it comes from, in words
    record Problem(
            UUID id,
            @Nullable String code,
            String label,
            String domain,
            @Nullable String severity,
            @Nullable String because,
            LocalDate since) {
        @Override
        public String toString() {
            return "Problem[" + id + "]";
        }
    }

    /// A score and the day it was measured.
    ///
    /// @param classLabel « GIR 4 », « Fardeau modéré »…: a hint of the tool, never a diagnosis
    /// @param severity OK, ATTENTION, ALERTE, or null when the tool does not say
    record LastScore(
            String code,
            String label,
            BigDecimal value,
            @Nullable String classLabel,
            @Nullable String severity,
            LocalDate onDate) {
        @Override
        public String toString() {
            return "LastScore[" + code + "]";
        }
    }
}
