package fr.maillage.portability.internal.reading;

import fr.maillage.kernel.Typography;
import fr.maillage.portability.internal.reading.Unreadable.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Finds the line of headings: former tools put a title above it. The one, among the first lines,
/// in which most headings are known; the first that holds several values otherwise.
final class Heading {

    private static final int LOOKED_AT = 10;

    private Heading() {}

    static Table table(String name, List<Table.Line> lines, List<String> notes) throws Unreadable {
        if (lines.isEmpty()) throw new Unreadable(Why.EMPTY);
        int at = -1;
        int most = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, lines.size()); i++) {
            int known = 0;
            for (var cell : lines.get(i).cells())
                if (!cell.merged() && Headings.recognise(cell.text()).isPresent()) known++;
            if (known > most) {
                most = known;
                at = i;
            }
        }
        for (int i = 0; at < 0 && i < Math.min(LOOKED_AT, lines.size()); i++)
            if (lines.get(i).cells().stream().filter(c -> !c.empty()).count() > 1) at = i;
        if (at < 0) throw new Unreadable(Why.NOT_A_TABLE);
        var cells = lines.get(at).cells();
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).empty()) width--;
        var headings = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        var said = new ArrayList<>(notes);
        for (int column = 0; column < width; column++) {
            var heading = cells.get(column).text().replaceAll("\\s+", " ").strip();
            if (heading.isEmpty()) heading = "Colonne " + letters(column);
            var twin = seen.putIfAbsent(Headings.key(heading), column);
            if (twin != null) {
                said.add(
                        "Les colonnes "
                                + letters(twin)
                                + " et "
                                + letters(column)
                                + " ont le même intitulé «"
                                + Typography.NBSP
                                + heading
                                + Typography.NBSP
                                + "»"
                                + Typography.NBSP
                                + ": dites pour chacune ce qu’elle contient.");
                heading = heading + " (colonne " + letters(column) + ")";
            }
            headings.add(heading);
        }
        var rest = new ArrayList<Table.Line>();
        for (var line : lines.subList(at + 1, lines.size())) {
            var kept = new ArrayList<Cell>();
            for (int column = 0; column < width; column++)
                kept.add(column < line.cells().size() ? line.cells().get(column) : Cell.EMPTY);
            var cut = new Table.Line(line.number(), kept);
            if (!cut.blank()) rest.add(cut);
        }
        if (rest.size() > Limits.LINES) throw new Unreadable(Why.TOO_MANY_LINES);
        return new Table(name, headings, rest, said);
    }

    /// A, B… Z, AA…
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int n = column; n >= 0; n = n / 26 - 1) letters.insert(0, (char) ('A' + n % 26));
        return letters.toString();
    }
}
