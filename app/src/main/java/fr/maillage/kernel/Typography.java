package fr.maillage.kernel;

import java.util.Locale;

/// The spaces of French typography, by name, since they cannot be told apart in a source file, and
/// the capitals of a sentence.
public final class Typography {
    /// Non-breaking space: before `:` `;` `?` `!` `%` `€` and inside « ».
    public static final String NBSP = "\u00A0";

    /// Narrow non-breaking space: between groups of three digits.
    public static final String NNBSP = "\u202F";

    private Typography() {}

    /// The same words beginning a sentence: « Élargir le cercle »; the rest is left as it is, since
    /// names and acronyms have their own capitals.
    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    /// The same label inside a sentence: « aidant épuisé »; what begins with an acronym, « CCAS »,
    /// stays as it is.
    public static String inSentence(String label) {
        return label.isEmpty() || label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.FRENCH) + label.substring(1);
    }

    /// Words somebody typed, as France sets them: no line begins with `:`, `;`, `?`, `!`, `%`, `€`
    /// or `»`, none ends with `«`, and the digits of a number stay together.
    public static String held(String words) {
        return words.replaceAll(" (?=[:;?!%€»])", NBSP)
                .replaceAll("(?<=«) ", NBSP)
                .replaceAll("(?<=\\d) (?=\\d{3}(?!\\d))", NNBSP);
    }

    /// A whole number as France writes it: `1 234 567`, with narrow non-breaking spaces and a true
    /// minus sign.
    public static String number(long value) {
        var digits = Long.toString(value);
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (i > 0 && digits.charAt(i - 1) != '-' && (digits.length() - i) % 3 == 0)
                text.append(NNBSP);
            text.append(c == '-' ? '\u2212' : c);
        }
        return text.toString();
    }
}
