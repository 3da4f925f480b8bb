package fr.maillage.careplan.internal;

import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Group;
import java.util.List;
import java.util.Set;

/// How a goal is graded: reached, partly, not, given up, or still sought. Source: HAS, PPCS 2019 («
/// objectifs non atteints »), field notes; that a part reached is explained too is « proposition
/// Maillage ».
final class Grade {

    static final Set<String> ALL =
            Set.of("EN_COURS", "ATTEINT", "EN_PARTIE", "NON_ATTEINT", "ABANDONNE");

    private Grade() {}

    /// Whether it says nothing without its reason.
    static boolean needsWhy(String result) {
        return result.equals("EN_PARTIE")
                || result.equals("NON_ATTEINT")
                || result.equals("ABANDONNE");
    }

    static List<Group> options() {
        return FormFields.options(
                "EN_COURS",
                "En cours, on continue",
                "ATTEINT",
                "Atteint",
                "EN_PARTIE",
                "En partie",
                "NON_ATTEINT",
                "Non atteint",
                "ABANDONNE",
                "Abandonné");
    }
}
