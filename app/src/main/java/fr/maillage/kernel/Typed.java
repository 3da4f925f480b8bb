package fr.maillage.kernel;

import java.util.Locale;

/// What people put between the characters of a number without meaning it.
final class Typed {
    private Typed() {}

    /// `typed` in capitals without spaces of any kind (a paste brings non-breaking ones), dots,
    /// dashes and slashes.
    static String compact(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\u200B\\u2060\\uFEFF./_\\-\\u2010-\\u2015]", "")
                .toUpperCase(Locale.ROOT);
    }
}
