package fr.maillage.correspondence.internal.text;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between two pairs of braces: a field (`{{personne.nom}}`), or words the writer of
/// each letter types (`{{libre: Ce que nous avons constaté}}`). With a question mark before it the
/// line is left out when there is nothing.
///
/// @param name the key of the field, or the question put to the writer
public record Token(String name, boolean free, boolean optional) {

    /// Where tokens are, in a line.
    static final Pattern IN_A_LINE = Pattern.compile("(?<!\\\\)\\{\\{(.*?)}}");

    private static final Pattern FREE = Pattern.compile("libre *: *(.*)", Pattern.CASE_INSENSITIVE);

    /// Reads what stands between the braces. Word processors put non-breaking spaces before `?` and
    /// `:`, and change apostrophes: they do not count.
    static Token of(String inside) {
        var text =
                inside.replaceAll("[\\p{Z}\\s]+", " ").replace('\'', '’').replace("\\", "").strip();
        var optional = text.startsWith("?");
        if (optional) text = text.substring(1).strip();
        var free = FREE.matcher(text);
        return free.matches()
                ? new Token(free.group(1).strip(), true, optional)
                : new Token(text.toLowerCase(Locale.ROOT).replace(" ", ""), false, optional);
    }

    /// A line whose tokens are shown by the words of `label`.
    public static String inWords(String line, Function<Token, String> label) {
        return IN_A_LINE
                .matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(label.apply(of(found.group(1)))));
    }

    /// As it is written in a text.
    public String written() {
        return "{{" + (optional ? "?" : "") + (free ? "libre: " : "") + name + "}}";
    }

    /// What the values of a letter know it by.
    public String key() {
        return free ? "libre:" + name : name;
    }
}
