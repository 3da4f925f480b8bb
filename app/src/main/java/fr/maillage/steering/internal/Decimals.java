package fr.maillage.steering.internal;

import fr.maillage.web.FormErrors;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decimals as people type them, exact to the hundredth.
public final class Decimals {

    private static final int WHOLE = 12;

    private Decimals() {}

    /// « 1 234,5 », « −2 », « 0.25 »; empty when it is no number, or more precise than a hundredth.
    public static Optional<BigDecimal> read(String typed) {
        var plain = typed.replaceAll("[\\s\\p{Z}]", "").replace('−', '-').replace(',', '.');
        if (!plain.matches("-?\\d{1," + WHOLE + "}(\\.\\d{1,2})?")) return Optional.empty();
        return Optional.of(new BigDecimal(plain));
    }

    /// As [#read], refused beside the field when it is none; null when nothing was typed.
    public static @Nullable BigDecimal of(String typed, String field, FormErrors errors) {
        if (typed.isEmpty()) return null;
        var number = read(typed);
        if (number.isEmpty()) errors.add(field, SteeringText.NOT_A_NUMBER);
        return number.orElse(null);
    }
}
