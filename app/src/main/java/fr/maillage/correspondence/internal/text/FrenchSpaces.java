package fr.maillage.correspondence.internal.text;

import static fr.maillage.kernel.Typography.NBSP;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What French typography asks of a text typed on a keyboard: curly apostrophes, and spaces that do
/// not break before `: ; ? !` and inside « ». Fields are left as they are.
public final class FrenchSpaces {

    private static final Pattern FIELD = Pattern.compile("\\{\\{.*?}}");

    private FrenchSpaces() {}

    /// The same text in French spaces.
    public static String of(String text) {
        var fields = new ArrayList<String>();
        var bare =
                FIELD.matcher(text)
                        .replaceAll(found -> {
                            fields.add(found.group());
                            return "\uE000";
                        });
        var set =
                bare.replace('\'', '’')
                        .replaceAll("[ \u00A0\u202F]+([:;?!»])", NBSP + "$1")
                        .replaceAll("«[ \u00A0\u202F]*", "«" + NBSP);
        var next = fields.iterator();
        return Pattern.compile("\uE000")
                .matcher(set)
                .replaceAll(_ -> Matcher.quoteReplacement(next.hasNext() ? next.next() : ""));
    }
}
