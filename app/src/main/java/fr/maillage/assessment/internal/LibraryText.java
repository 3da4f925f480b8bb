package fr.maillage.assessment.internal;

import static fr.maillage.kernel.Typography.NBSP;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// French sentences of the library.
public final class LibraryText {

    static final String NO_LICENCE = "Licence non renseignée";

    private LibraryText() {}

    /// « de 5 à 9 », « 4 », « moins de 7,1 », « de 3 exclu à 6 exclu ».
    static String range(ScoreRule.Band band) {
        if (band.min() != null && band.max() != null)
            return band.min().compareTo(band.max()) == 0
                    ? number(band.min())
                    : bounds(band.min(), band.max());
        var low =
                band.min() != null
                        ? number(band.min())
                        : band.above() != null ? number(band.above()) + " exclu" : null;
        var high =
                band.max() != null
                        ? number(band.max())
                        : band.below() != null ? number(band.below()) + " exclu" : null;
        if (low == null) return high == null ? "" : "jusqu’à " + high;
        return high == null ? "à partir de " + low : "de " + low + " à " + high;
    }

    static String bounds(@Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return lowest == null || highest == null
                ? ""
                : "de " + number(lowest) + " à " + number(highest);
    }

    private static String number(BigDecimal value) {
        return QuestionnaireText.number(value);
    }

    static String last(String day) {
        return "Dernière" + NBSP + ": " + day;
    }

    /// « 11 questions ».
    public static String questions(int count) {
        return count + (count > 1 ? " questions" : " question");
    }
}
