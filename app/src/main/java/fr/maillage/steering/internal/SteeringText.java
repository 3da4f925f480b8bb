package fr.maillage.steering.internal;

import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Sentences and figures that surveys, projects and the national follow-up share.
public final class SteeringText {

    public static final String NO_SHEET =
            "Votre structure n’a pas encore de fiche au registre"
                    + Typography.NBSP
                    + ": ouvrez-la d’abord, une enquête ou un projet est mené en son nom.";
    public static final String IN_WHOSE_NAME = "Au nom de";
    public static final String NOT_A_NUMBER = "Un nombre est attendu, par exemple 12 ou 12,5.";

    private SteeringText() {}

    /// « 1 234,5 », without useless zeros.
    public static String number(BigDecimal value) {
        var plain = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        var whole = plain.abs().setScale(0, RoundingMode.DOWN);
        var rest = plain.abs().subtract(whole);
        return (plain.signum() < 0 ? "−" : "")
                + Typography.number(whole.longValue())
                + (rest.signum() == 0 ? "" : "," + rest.toPlainString().substring(2));
    }

    /// « 1 structure », « 3 structures ».
    public static String count(long count, String one, String several) {
        return Typography.number(count) + Typography.NBSP + (count < 2 ? one : several);
    }
}
