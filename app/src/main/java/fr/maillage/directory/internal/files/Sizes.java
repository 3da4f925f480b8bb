package fr.maillage.directory.internal.files;

import java.util.Locale;

/// Sizes in words.
final class Sizes {

    private Sizes() {}

    /// « 8 Go », « 512 Mo », « 3 ko », rounded down.
    static String words(long bytes) {
        if (bytes >= 1L << 30) return String.format(Locale.FRENCH, "%d Go", bytes >> 30);
        if (bytes >= 1L << 20) return String.format(Locale.FRENCH, "%d Mo", bytes >> 20);
        return String.format(Locale.FRENCH, "%d ko", bytes >> 10);
    }
}
