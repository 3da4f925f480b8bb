package fr.maillage.directory.internal.files;

import fr.maillage.kernel.SearchKey;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where each column of a file stands, by the names of its header: older and newer editions have
/// fewer or more of them, in the order they please. Names are compared without accents or case.
public final class Columns {

    private final Map<String, Integer> places;
    private final int width;
    private final boolean trailing;
    private final String header;

    private Columns(Map<String, Integer> places, int width, boolean trailing, String header) {
        this.trailing = trailing;
        this.places = places;
        this.width = width;
        this.header = header;
    }

    /// Reads the header.
    ///
    /// @param required names without which the file is none of ours; one may list several, parted
    ///   by `|`, of which one is enough
    public static Columns of(Fields header, List<String> required) throws Unusable {
        var places = new HashMap<String, Integer>();
        var names =
                Stream.iterate(0, i -> i < header.count(), i -> i + 1).map(header::text).toList();
        for (int i = 0; i < names.size(); i++)
            if (places.putIfAbsent(SearchKey.of(names.get(i)), i) != null
                    && !names.get(i).isEmpty()) throw new Unusable(Why.COLUMN_TWICE, names.get(i));
        var missing =
                required.stream()
                        .filter(name ->
                                Arrays.stream(name.split("\\|"))
                                        .noneMatch(one -> places.containsKey(SearchKey.of(one))))
                        .toList();
        if (missing.size() == required.size())
            throw new Unusable(Why.NO_HEADER, required.getFirst());
        if (!missing.isEmpty())
            throw new Unusable(
                    Why.COLUMNS_MISSING,
                    missing.stream()
                            .map(m -> "«\u00A0" + m.replace("|", "\u00A0» ou «\u00A0") + "\u00A0»")
                            .collect(Collectors.joining(", ")));
        return new Columns(
                places,
                names.size(),
                header.trailing(),
                names.stream().map(SearchKey::of).collect(Collectors.joining("|")));
    }

    /// Of a file that has no header: it knows no name, and any line fits.
    public static Columns none() {
        return new Columns(Map.of(), -1, false, "");
    }

    /// Place of the first of these columns that the file has; −1 when it has none.
    public int first(String... names) {
        for (var name : names) if (of(name) >= 0) return of(name);
        return -1;
    }

    /// Place of the column of this name; −1 when the file has none such.
    public int of(String name) {
        return places.getOrDefault(SearchKey.of(name), -1);
    }

    /// Whether a line has the fields of the header. Without a separator at the end of the header,
    /// an empty last field cannot be told from none.
    public boolean fits(Fields line) {
        if (width < 0) return true;
        return line.count() == width || !trailing && line.trailing() && line.count() == width - 1;
    }

    /// The header, comparable.
    public String header() {
        return header;
    }
}
