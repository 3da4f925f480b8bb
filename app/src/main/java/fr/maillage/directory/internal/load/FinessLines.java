package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import fr.maillage.directory.internal.files.Fields;
import fr.maillage.kernel.CommuneCode;
import fr.maillage.kernel.Finess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The extraction of establishments (`etalab-cs1100502-stock`), with or without their places: no
/// headings, a first line `finess;etalab;number;day`, then lines that begin with what they are. An
/// establishment is a line `structureet`, its place on the map a line `geolocalisation`. A name
/// with quotation marks stands between marks, its own doubled. Source: FINESS, DREES and Agence du
/// numérique en santé.
final class FinessLines {

    /// What the first line of the file begins with.
    static final String FIRST = "finess";

    static final String STRUCTURE = "structureet";
    static final String PLACE = "geolocalisation";

    /// Overseas départements have a letter in FINESS: 9A Guadeloupe… 9F Mayotte. Their communes
    /// begin with the third figure of the département. Letters after A: source à vérifier.
    private static final Map<String, Character> OVERSEAS =
            Map.of("9A", '1', "9B", '2', "9C", '3', "9D", '4', "9E", '5', "9F", '6');

    /// Wallis-et-Futuna is 986 and a number inside it. Saint-Barthélemy and Saint-Martin stand
    /// under the Guadeloupe they left in 2007, with the codes of then. Seen in the extraction of
    /// May 2026.
    private static final String WALLIS = "9J";

    private static final Map<String, String> LEFT = Map.of("97123", "97701", "97127", "97801");

    private static final Set<Integer> STRUCTURE_WIDTHS = Set.of(31, 32, 33);
    private static final Set<Integer> PLACE_WIDTHS = Set.of(5, 6, 7);

    private FinessLines() {}

    static Layout layout() {
        return new Layout(
                ';',
                true,
                List.of(),
                FinessLines::wanted,
                FinessLines::widths,
                List.of(
                        column("kind", "text", line -> line.text(0)),
                        Column.made("finess", "text", _ -> FinessLines::number, Reason.IDENTIFIER),
                        structure("finess_ej", 2),
                        Column.made("name", "text", _ -> FinessLines::name, Reason.NAME),
                        column("address", "text", FinessLines::address),
                        column("postcode", "text", line -> postal(line, true)),
                        column("commune_code", "text", FinessLines::commune),
                        column("commune_name", "text", line -> postal(line, false)),
                        structure("phone", 16),
                        structure("category", 18),
                        structure("category_label", 19),
                        structure("siret", 22),
                        column(
                                "opened_on",
                                "date",
                                line -> of(line) ? Days.of(line.text(28)) : null),
                        column("latitude", "numeric(8,5)", line -> place(line, true)),
                        column("longitude", "numeric(8,5)", line -> place(line, false))),
                List.of("kind", "finess"),
                List.of(),
                new FinessMerge());
    }

    private static boolean wanted(Fields fields) {
        var kind = fields.text(0);
        return kind.equals(STRUCTURE) || kind.equals(PLACE);
    }

    private static boolean widths(Fields fields) {
        return switch (fields.text(0)) {
            case STRUCTURE -> STRUCTURE_WIDTHS.contains(fields.count());
            case PLACE -> PLACE_WIDTHS.contains(fields.count());
            default -> true;
        };
    }

    private static Column column(String name, String type, Column.Value value) {
        Function<Columns, Column.Value> always = _ -> value;
        return Column.made(name, type, always);
    }

    /// A field of an establishment; nothing on the other lines.
    private static Column structure(String name, int place) {
        return column(name, "text", line -> of(line) ? line.text(place) : null);
    }

    private static boolean of(Line line) {
        return line.text(0).equals(STRUCTURE);
    }

    private static @Nullable String number(Line line) {
        return Finess.parse(line.text(1)).map(Finess::value).orElse(null);
    }

    /// The long name when there is one: the short one is cut at 38 characters. A place has no name
    /// of its own and wants none.
    private static @Nullable String name(Line line) {
        if (!of(line)) return PLACE;
        return line.text(4).isEmpty() ? line.text(3) : line.text(4);
    }

    private static @Nullable String address(Line line) {
        if (!of(line)) return null;
        var words = new StringBuilder();
        for (int place = 6; place <= 11; place++) {
            var part = line.text(place);
            if (part.isEmpty()) continue;
            if (!words.isEmpty()) words.append(' ');
            words.append(part);
        }
        return words.toString();
    }

    /// « 59500 DOUAI CEDEX »: the postcode, or the town without its CEDEX.
    private static @Nullable String postal(Line line, boolean code) {
        if (!of(line)) return null;
        var words = line.text(15);
        boolean coded = words.matches("\\d{5}( .*)?");
        if (code) return coded ? words.substring(0, 5) : null;
        return (coded ? words.substring(5) : words).replaceAll(" +CEDEX( *\\d+)?$", "").strip();
    }

    /// The code of the official list: département and number inside it.
    private static @Nullable String commune(Line line) {
        if (!of(line)) return null;
        var department = line.text(13);
        var inside = line.text(12);
        if (inside.length() != 3) return unknown(line, department + inside);
        var third = OVERSEAS.get(department);
        var code =
                third == null
                        ? department + inside
                        : inside.charAt(0) == third
                                ? "97" + inside
                                : "97" + third + inside.substring(1);
        if (department.equals(WALLIS)) code = "98" + inside;
        code = LEFT.getOrDefault(code, code);
        return known(line, code);
    }

    private static @Nullable String known(Line line, String code) {
        return CommuneCode.parse(code).map(CommuneCode::value).orElseGet(() -> unknown(line, code));
    }

    private static @Nullable String unknown(Line line, String code) {
        if (!code.isEmpty()) line.remark(Reason.COMMUNE, code);
        return null;
    }

    private static @Nullable String place(Line line, boolean latitude) {
        if (of(line)) return null;
        var point = Projections.point(line.text(2), line.text(3), line.text(4));
        if (point.isEmpty()) {
            if (latitude) line.remark(Reason.COORDINATES, null);
            return null;
        }
        return latitude ? point.get().latitude() : point.get().longitude();
    }
}
