package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import fr.maillage.directory.internal.files.Fields;
import fr.maillage.directory.internal.files.Lines;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.kernel.CommuneCode;
import fr.maillage.kernel.Finess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /// Headings of the fields, in the order they are published; those of a place follow where a
    /// re-publication writes both on one line.
    private static final List<String> HEADINGS =
            List.of(
                    "",
                    "nofinesset",
                    "nofinessej",
                    "rs",
                    "rslongue",
                    "complrs",
                    "compldistrib",
                    "numvoie",
                    "typvoie",
                    "voie",
                    "compvoie",
                    "lieuditbp",
                    "commune",
                    "departement",
                    "libdepartement",
                    "ligneacheminement",
                    "telephone",
                    "telecopie",
                    "categetab",
                    "libcategetab",
                    "categagretab",
                    "libcategagretab",
                    "siret",
                    "codeape",
                    "codemft",
                    "libmft",
                    "codesph",
                    "libsph",
                    "dateouv");

    /// Without which a re-publication is another file.
    private static final List<String> REQUIRED =
            List.of("nofinesset", "rs", "commune", "departement", "categetab");

    /// How the file is read, by its first line. Republished, it may have a line of headings: above
    /// lines that begin with what they are, or with the number of the establishment, its place on
    /// the same line.
    static Layout layout(Import.Reader reader) throws IOException, Unusable {
        try (var opened = reader.open()) {
            var lines = new Lines(opened.stream());
            var first = new Fields(';', true);
            if (!lines.next()) throw new Unusable(Why.EMPTY, "");
            first.cut(lines);
            if (!first.decode()) throw new Unusable(Why.NO_HEADER, FIRST + ";etalab");
            if (first.text(0).equalsIgnoreCase(HEADINGS.get(1)))
                return Layout.headed(
                        ';',
                        true,
                        REQUIRED,
                        columns(),
                        List.of("kind", "finess"),
                        List.of(),
                        new FinessMerge());
            // headings of another order would be read as what they are not
            boolean named = true;
            for (int i = 1; i < HEADINGS.size(); i++)
                named &= first.text(i).equalsIgnoreCase(HEADINGS.get(i));
            if (!named && !first.text(0).equals(FIRST))
                throw new Unusable(Why.NO_HEADER, FIRST + ";etalab");
        }
        return new Layout(
                ';',
                true,
                List.of(),
                FinessLines::wanted,
                FinessLines::widths,
                columns(),
                List.of("kind", "finess"),
                List.of(),
                new FinessMerge());
    }

    private static List<Column> columns() {
        return List.of(
                column("kind", "text", FinessLines::kind),
                Column.made("finess", "text", reading(FinessLines::number), Reason.IDENTIFIER),
                structure("finess_ej", 2),
                Column.made("name", "text", reading(FinessLines::name), Reason.NAME),
                column("address", "text", FinessLines::address),
                column("postcode", "text", line -> postal(line, true)),
                column("commune_code", "text", FinessLines::commune),
                column("commune_name", "text", line -> postal(line, false)),
                structure("phone", 16),
                structure("category", 18),
                structure("category_label", 19),
                structure("siret", 22),
                column("opened_on", "date", line -> line.place() ? null : Days.of(line.text(28))),
                column("latitude", "numeric(8,5)", line -> point(line, true)),
                column("longitude", "numeric(8,5)", line -> point(line, false)));
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

    private static Column column(String name, String type, Function<Read, @Nullable String> value) {
        return Column.made(name, type, reading(value));
    }

    private static Function<Columns, Column.Value> reading(Function<Read, @Nullable String> value) {
        return columns -> {
            var places = Places.of(columns);
            return line -> value.apply(new Read(line, places));
        };
    }

    /// A field of an establishment; nothing on the other lines.
    private static Column structure(String name, int place) {
        return column(name, "text", line -> line.place() ? null : line.text(place));
    }

    /// Where each field of [#HEADINGS] stands.
    ///
    /// @param kinds whether lines begin with what they are
    /// @param x coordinates, and what they are in: of a place, or beside the establishment
    private record Places(List<Integer> fields, boolean kinds, int x, int y, int projection) {

        static Places of(Columns columns) {
            if (columns.of(HEADINGS.get(1)) < 0)
                return new Places(
                        IntStream.range(0, HEADINGS.size()).boxed().toList(), true, 2, 3, 4);
            return new Places(
                    HEADINGS.stream().map(h -> h.isEmpty() ? -1 : columns.of(h)).toList(),
                    false,
                    columns.of("coordxet"),
                    columns.of("coordyet"),
                    columns.of("sourcecoordet"));
        }
    }

    /// A line, read where its fields stand.
    private record Read(Line line, Places places) {

        /// Whether it is a place alone.
        boolean place() {
            return places.kinds() && line.text(0).equals(PLACE);
        }

        String text(int field) {
            return line.text(places.fields().get(field));
        }
    }

    private static String kind(Read line) {
        return line.place() ? PLACE : STRUCTURE;
    }

    private static @Nullable String number(Read line) {
        return Finess.parse(line.text(1)).map(Finess::value).orElse(null);
    }

    /// The long name when there is one: the short one is cut at 38 characters. A place has no name
    /// of its own and wants none.
    private static @Nullable String name(Read line) {
        if (line.place()) return PLACE;
        return line.text(4).isEmpty() ? line.text(3) : line.text(4);
    }

    private static @Nullable String address(Read line) {
        if (line.place()) return null;
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
    private static @Nullable String postal(Read line, boolean code) {
        if (line.place()) return null;
        var words = line.text(15);
        boolean coded = words.matches("\\d{5}( .*)?");
        if (code) return coded ? words.substring(0, 5) : null;
        return (coded ? words.substring(5) : words).replaceAll(" +CEDEX( *\\d+)?$", "").strip();
    }

    /// The code of the official list: département and number inside it.
    private static @Nullable String commune(Read line) {
        if (line.place()) return null;
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

    private static @Nullable String known(Read line, String code) {
        return CommuneCode.parse(code).map(CommuneCode::value).orElseGet(() -> unknown(line, code));
    }

    private static @Nullable String unknown(Read line, String code) {
        if (!code.isEmpty()) line.line().remark(Reason.COMMUNE, code);
        return null;
    }

    private static @Nullable String point(Read read, boolean latitude) {
        var line = read.line();
        var at = read.places();
        if (at.kinds() && !read.place() || !at.kinds() && line.text(at.x()).isEmpty()) return null;
        var point =
                Projections.point(line.text(at.x()), line.text(at.y()), line.text(at.projection()));
        if (point.isEmpty()) {
            if (latitude) line.remark(Reason.COORDINATES, null);
            return null;
        }
        return latitude ? point.get().latitude() : point.get().longitude();
    }
}
