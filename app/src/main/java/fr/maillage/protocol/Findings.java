package fr.maillage.protocol;

import fr.maillage.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known about persons, for the conditions of rules that are data: asked where a plan is
/// filled and where rules are written, answered by the module that gathers facts. Reads under the
/// caller's context, leaves no trace: the caller opened the file.
public interface Findings {

    /// What a condition may name, in the order in which it is shown.
    List<Fact> facts();

    /// Why a condition cannot serve, in one sentence; empty when it can: it reads as FHIRPath,
    /// names known facts only, and says yes or no of them without failing.
    Optional<String> fault(String condition);

    /// What each condition says of a person. Empty before any evaluation was completed: nothing is
    /// proposed from a bare identity.
    Optional<Map<String, Verdict>> judge(PatientId patient, Collection<String> conditions);

    /// @param name as conditions write it, without the %
    /// @param meaning « GIR de la dernière grille AGGIR, de 1 à 6 »
    record Fact(String name, String meaning) {}

    /// What a condition says of somebody.
    sealed interface Verdict {

        /// @param because the facts without which it would not hold, each of those that would do
        ///   alone among several
        record Holds(List<Cited> because) implements Verdict {}

        /// It does not, or not enough is known.
        record DoesNot() implements Verdict {}

        /// It failed while it was evaluated for this person.
        record Failed() implements Verdict {}
    }

    /// A fact that counted. Health data: shown, never logged.
    ///
    /// @param mark its name and value, the same while nothing changed: `gir=4`; null for what moves
    ///   by itself, as an age
    /// @param words « GIR 4, 12 mars 2026 »; null for what is not worth quoting
    /// @param problem label of the retained problem it is; null for any other fact
    record Cited(@Nullable String mark, @Nullable String words, @Nullable String problem) {
        @Override
        public String toString() {
            return "Cited";
        }
    }
}
