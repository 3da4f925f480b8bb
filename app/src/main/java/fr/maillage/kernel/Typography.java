package fr.maillage.kernel;

/// The spaces of French typography, by name, since they cannot be told apart in a source file.
public final class Typography {
    /// Non-breaking space: before `:` `;` `?` `!` `%` `€` and inside « ».
    public static final String NBSP = "\u00A0";

    /// Narrow non-breaking space: between groups of three digits.
    public static final String NNBSP = "\u202F";

    private Typography() {}

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
