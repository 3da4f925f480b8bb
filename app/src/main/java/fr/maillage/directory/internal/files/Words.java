package fr.maillage.directory.internal.files;

/// Pieces of a file on their way to a report: what no line holds (control characters, null among
/// them, which no database takes) becomes a space, and what has no end is cut.
public final class Words {

    private Words() {}

    /// At most `longest` characters, « … » included, without control characters.
    public static String plain(String text, int longest) {
        var cut =
                text.length() <= longest
                        ? text
                        : text.substring(
                                        0,
                                        Character.isHighSurrogate(text.charAt(longest - 2))
                                                ? longest - 2
                                                : longest - 1)
                                + "…";
        for (int i = 0; i < cut.length(); i++)
            if (Character.isISOControl(cut.charAt(i))) return spaced(cut);
        return cut;
    }

    private static String spaced(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(Character.isISOControl(c) ? ' ' : c);
        }
        return plain.toString().strip();
    }
}
