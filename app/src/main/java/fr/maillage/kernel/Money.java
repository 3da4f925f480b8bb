package fr.maillage.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount in euros, to the cent. May be negative: a correction, a gap.
public record Money(BigDecimal amount) implements Comparable<Money> {
    /// Nothing.
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    // groups of three may be apart by spaces; cents after a comma or a point
    private static final Pattern TYPED =
            Pattern.compile(
                    "([-−]?)(\\d+|\\d{1,3}(?:[\\s\\p{Z}]\\d{3})+)(?:[.,](\\d{1,2}))?[\\s\\p{Z}]*(?:€|EUR|euros?)?");
    private static final int LONGEST = 15;

    /// Puts the amount at two decimals.
    ///
    /// @throws IllegalArgumentException when there is a fraction of a cent: round where the rule
    ///   says how, before
    public Money {
        if (amount.stripTrailingZeros().scale() > 2)
            throw new IllegalArgumentException("an amount stops at the cent");
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /// Whole euros.
    public static Money euros(long euros) {
        return new Money(BigDecimal.valueOf(euros));
    }

    /// Reads `1 234,50 €`, `1234.5`, `12`; empty when it is not an amount.
    public static Optional<Money> parse(String typed) {
        var m = TYPED.matcher(typed.strip());
        if (!m.matches()) return Optional.empty();
        var whole = m.group(2).replaceAll("[^0-9]", "");
        if (whole.length() > LONGEST) return Optional.empty();
        var value = new BigDecimal(whole + "." + (m.group(3) == null ? "0" : m.group(3)));
        return Optional.of(new Money(m.group(1).isEmpty() ? value : value.negate()));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)));
    }

    /// Rounded to the cent, a half away from zero.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor).setScale(2, RoundingMode.HALF_UP));
    }

    /// A mean: rounded to the cent, a half away from zero; empty when `count` is 0.
    ///
    /// @throws IllegalArgumentException when `count` is negative
    public Optional<Money> per(long count) {
        if (count < 0) throw new IllegalArgumentException("a count is not negative");
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Money(
                                amount.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP)));
    }

    /// « 1 234,50 € ».
    public String formatted() {
        var cents = amount.abs().remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        return (amount.signum() < 0 ? "−" : "")
                + Typography.number(amount.abs().longValue())
                + ",%02d".formatted(cents)
                + Typography.NBSP
                + "€";
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }
}
