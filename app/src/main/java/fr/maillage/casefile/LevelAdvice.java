package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.Optional;

/// What the findings about a person advise for the level and the intensity of the accompaniment,
/// asked by the page where both are chosen. A hint with its reasons: whoever follows the person
/// decides, and what had been advised stays beside what was decided. Answered by a module that
/// knows evaluations; reads under the caller's context, leaves no trace.
public interface LevelAdvice {

    /// Empty while nothing was evaluated.
    Optional<Advice> of(PatientId patient);

    /// @param level 0 to 3
    /// @param intensity PONCTUEL, SOUTENU or INTENSIF
    /// @param why one sentence
    /// @param source where the rule comes from; « proposition Maillage » where no document gives it
    record Advice(
            int level, String intensity, String why, String source, List<Criterion> criteria) {

        @Override
        public String toString() {
            return "Advice[" + level + "]";
        }
    }

    /// A criterion of complexity, in the order of the guide.
    ///
    /// @param family « Complexité médicale », « Complexité psycho-sociale »
    /// @param because the facts it was judged from, in words; none when nothing is known of it
    record Criterion(String family, String label, Standing standing, List<String> because) {}

    /// UNKNOWN: nothing was asked that would tell.
    enum Standing {
        HOLDS,
        DOES_NOT,
        UNKNOWN
    }
}
