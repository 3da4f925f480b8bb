package fr.maillage.kernel;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A part of a whole, kept as its two counts so that a page can show « 18 sur 25 » beside « 72 % ».
public record Share(long numerator, long denominator) {
    /// @throws IllegalArgumentException unless 0 ≤ numerator ≤ denominator
    public Share {
        if (numerator < 0 || numerator > denominator)
            throw new IllegalArgumentException("a share lies between none and all");
    }

    /// Between 0 and 1; empty when the denominator is 0: a share of nothing is not 0 %.
    public OptionalDouble ratio() {
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) numerator / denominator);
    }

    /// To the nearest whole per cent, a half rounded up; empty when the denominator is 0.
    public OptionalInt percent() {
        return denominator == 0
                ? OptionalInt.empty()
                : OptionalInt.of(
                        (int)
                                Math.floorDiv(
                                        Math.addExact(
                                                Math.multiplyExact(200L, numerator), denominator),
                                        2 * denominator));
    }

    /// « 72 % »; « < 1 % » and « > 99 % » where rounding would say none or all and it is not so; «
    /// – » when the denominator is 0.
    public String formatted() {
        var percent = percent();
        if (percent.isEmpty()) return "–";
        if (percent.getAsInt() == 0 && numerator > 0)
            return "<" + Typography.NBSP + "1" + Typography.NBSP + "%";
        if (percent.getAsInt() == 100 && numerator < denominator)
            return ">" + Typography.NBSP + "99" + Typography.NBSP + "%";
        return percent.getAsInt() + Typography.NBSP + "%";
    }
}
