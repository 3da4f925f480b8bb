package fr.maillage.steering.internal.national;

import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import org.jspecify.annotations.Nullable;

/// A figure of a region.
///
/// @param value null when nobody wrote anything of it: « non renseigné » is not zero
/// @param of of how many; null for a count by itself
record Value(@Nullable Long value, @Nullable Long of) {

    static final Value UNKNOWN = new Value(null, null);

    static Value of(long value) {
        return new Value(value, null);
    }

    static Value of(long value, long of) {
        return new Value(value, of);
    }

    /// « 12 sur 20 », « 4 », « non renseigné ».
    String words() {
        if (value == null) return NationalText.UNKNOWN;
        return of == null
                ? Typography.number(value)
                : Typography.number(value) + " sur " + Typography.number(of);
    }

    /// « 60 % »; "" when it is no part of anything.
    String share() {
        return value == null || of == null || of < value ? "" : new Share(value, of).formatted();
    }

    /// Both together; what is unknown adds nothing.
    Value plus(Value other) {
        if (value == null) return other;
        if (other.value == null) return this;
        return new Value(
                value + other.value, of == null || other.of == null ? null : of + other.of);
    }
}
