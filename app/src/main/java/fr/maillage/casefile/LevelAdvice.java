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

        /// Which of the three classes of the guide these needs are of.
        public NeedClass needs() {
            return NeedClass.of(level, intensity);
        }

        @Override
        public String toString() {
            return "Advice[" + level + "]";
        }
    }

    /// « Soins primaires, coordination, gestion de cas »: told apart by tools that evaluate needs,
    /// and by the intensity and continuity of the accompaniment. Source: guide DGOS 2012, fiche O1
    /// §2; how levels are read as classes: « proposition Maillage ». The view `casefile.need_class`
    /// reads them the same way.
    enum NeedClass {
        SOINS_PRIMAIRES("Soins primaires", 65),
        COORDINATION("Coordination", 30),
        GESTION_DE_CAS("Gestion de cas", 5);

        private final String label;
        private final int reference;

        NeedClass(String label, int reference) {
            this.label = label;
            this.reference = reference;
        }

        /// The words on screen.
        public String label() {
            return label;
        }

        /// Of a hundred persons over sixty, in the illustration of the guide (CNSA, étude Prisma).
        public int reference() {
            return reference;
        }

        static NeedClass of(int level, String intensity) {
            return intensity.equals("INTENSIF")
                    ? GESTION_DE_CAS
                    : level >= 2 ? COORDINATION : SOINS_PRIMAIRES;
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
