package fr.maillage.diseaseregister.internal;

import java.util.Locale;

/// Cases for so many inhabitants, with their interval at 95 % (Poisson, Byar's approximation).
///
/// @param people inhabitants; 0: unknown, no rate
record Rate(long cases, long people, int per) {

    private static final double Z = 1.96;

    boolean known() {
        return people > 0;
    }

    double value() {
        return (double) cases * per / people;
    }

    double low() {
        if (cases == 0) return 0;
        var n = (double) cases;
        return n * Math.pow(1 - 1 / (9 * n) - Z / (3 * Math.sqrt(n)), 3) * per / people;
    }

    double high() {
        var n = (double) cases + 1;
        return n * Math.pow(1 - 1 / (9 * n) + Z / (3 * Math.sqrt(n)), 3) * per / people;
    }

    /// « 12,4 [8,1 – 18,3] », « – » without inhabitants.
    String formatted() {
        return known() ? "%s [%s – %s]".formatted(one(value()), one(low()), one(high())) : "–";
    }

    private static String one(double value) {
        return String.format(Locale.FRENCH, "%.1f", value);
    }
}
