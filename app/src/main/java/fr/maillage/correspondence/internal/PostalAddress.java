package fr.maillage.correspondence.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address as it is written on a letter: six lines of thirty-eight characters at most.
///
/// Source: AFNOR NF Z 10-011.
final class PostalAddress {

    static final int LINES = 6;
    static final int WIDTH = 38;

    /// More lines than the norm, in smaller letters, before the window is full.
    private static final int MOST = 8;

    private PostalAddress() {}

    /// Name and address, long lines cut between words.
    static List<String> lines(@Nullable String... parts) {
        var lines = new ArrayList<String>();
        for (var part : parts)
            if (part != null)
                part.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> wrap(line, lines));
        return List.copyOf(lines.size() > MOST ? lines.subList(0, MOST) : lines);
    }

    /// Whether there is somewhere to send it: a line with a postcode and a place, or two lines.
    static boolean complete(@Nullable String address) {
        return address != null
                && address.lines().anyMatch(line -> line.matches("(?s).*\\b\\d{5}\\b.*\\p{L}.*"));
    }

    private static void wrap(String line, List<String> into) {
        var rest = line;
        while (rest.codePointCount(0, rest.length()) > WIDTH) {
            int most = rest.offsetByCodePoints(0, WIDTH);
            int cut = rest.lastIndexOf(' ', most);
            if (cut <= 0) cut = most;
            into.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) into.add(rest);
    }
}
