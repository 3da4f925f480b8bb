package fr.maillage.desk.internal;

import java.util.Locale;

/// How a display name divides.
public final class Names {

    private Names() {}

    /// Where the family name (the words in capitals that begin it) ends.
    public static int familyEnd(String name) {
        int end = 0;
        for (var word : name.split(" ")) {
            if (!word.equals(word.toUpperCase(Locale.FRENCH))) break;
            end += word.length() + 1;
        }
        return end == 0 ? name.length() : Math.min(end - 1, name.length());
    }
}
