package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.kernel.CommuneCode;
import fr.maillage.territory.CommuneFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The official files of communes. Source: INSEE, Code officiel géographique (`v_commune_2026.csv`,
/// `v_mvt_commune_2026.csv`) and populations de référence; the headings of the latter changed over
/// the years, several are known here: source à vérifier.
final class CommuneLayouts {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");

    /// Merger, new commune, merger with an associated one, change of département or of seat: the
    /// territory of the former code is inside the later one.
    private static final Set<String> INSIDE = Set.of("31", "32", "33", "41", "50");

    private final CommuneFiles communes;

    CommuneLayouts(CommuneFiles communes) {
        this.communes = communes;
    }

    /// The communes of the year its name says, with the former ones that lie inside them. A list of
    /// a year before the one in use is refused: it would rename communes back.
    Layout communes(String name) throws Unusable {
        int year = year(name);
        return Layout.headed(
                ',',
                true,
                List.of("TYPECOM", "COM", "LIBELLE", "COMPARENT"),
                List.of(
                        Column.text("kind", "TYPECOM"),
                        code("code", "COM"),
                        Column.wanted("name", Reason.NAME, "LIBELLE"),
                        Column.text("parent", "COMPARENT")),
                List.of("kind", "code"),
                List.of(),
                new Into("kind = 'COM'") {
                    @Override
                    CommuneFiles.Taken taken(Connection connection) throws SQLException, Unusable {
                        notBefore(year, communes.year(connection));
                        return communes.communes(connection, "staged", year);
                    }

                    @Override
                    public long before(Database database) throws SQLException {
                        return communes.known(database.connection());
                    }
                });
    }

    /// What became of former codes, since 1943. A file of a year before the last one taken is
    /// refused: it would stop at the communes of then. One whose name bears no year is taken, for
    /// it says itself the day of each move.
    Layout mergers(String name) {
        return Layout.headed(
                ',',
                true,
                List.of("MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP"),
                List.of(
                        Column.text("event", "MOD"),
                        Column.made(
                                "day",
                                "date",
                                columns -> {
                                    int place = columns.of("DATE_EFF");
                                    return line -> Days.of(line.text(place));
                                },
                                Reason.DAY),
                        Column.text("old_kind", "TYPECOM_AV"),
                        code("old_code", "COM_AV"),
                        Column.text("new_kind", "TYPECOM_AP"),
                        code("new_code", "COM_AP")),
                List.of("event", "day", "old_kind", "old_code", "new_kind", "new_code"),
                List.of(),
                new Into("event in ('" + String.join("', '", INSIDE) + "')") {
                    @Override
                    CommuneFiles.Taken taken(Connection connection) throws SQLException, Unusable {
                        var year = YEAR.matcher(name);
                        if (year.find())
                            notBefore(Integer.parseInt(year.group()), lastMergers(connection));
                        return communes.mergers(connection, "staged", Set.copyOf(INSIDE));
                    }
                });
    }

    /// The population of each commune, of the year of its name or of its heading (`PMUN2023`).
    Layout populations(String name) throws Unusable {
        int year = year(name);
        return Layout.headed(
                ';',
                true,
                List.of("CODGEO|COM_CODE|CODCOM|COM", "PMUN|PMUN" + year % 100 + "|PMUN" + year),
                List.of(
                        Column.made("code", "text", CommuneLayouts::place, Reason.IDENTIFIER),
                        Column.made(
                                "people",
                                "int",
                                columns -> people(columns, year),
                                Reason.POPULATION)),
                List.of("code"),
                List.of(),
                new Into("true") {
                    @Override
                    CommuneFiles.Taken taken(Connection connection) throws SQLException {
                        return communes.populations(connection, "staged", year);
                    }

                    @Override
                    public long before(Database database) throws SQLException {
                        return communes.counted(database.connection());
                    }
                });
    }

    /// The year a name bears; a file that bears none cannot be told from that of another year.
    private static int year(String name) throws Unusable {
        var found = YEAR.matcher(name);
        if (!found.find()) throw new Unusable(Why.NO_YEAR, name);
        return Integer.parseInt(found.group());
    }

    private static void notBefore(int year, int inUse) throws Unusable {
        if (year < inUse) throw new Unusable(Why.OLDER, year + " " + inUse);
    }

    /// The latest year of the files of mergers taken; 0 when none was, or none bore one.
    private static int lastMergers(Connection connection) throws SQLException {
        int last = 0;
        try (var statement = connection.createStatement();
                var taken =
                        statement.executeQuery(
                                "select file_name from directory.edition where source = 'FUSIONS' and state in ('FAITE', 'IDENTIQUE')")) {
            while (taken.next()) {
                var year = YEAR.matcher(taken.getString(1));
                if (year.find()) last = Math.max(last, Integer.parseInt(year.group()));
            }
        }
        return last;
    }

    private static Column code(String name, String heading) {
        return Column.made(
                name,
                "text",
                columns -> {
                    int place = columns.of(heading);
                    return line ->
                            CommuneCode.parse(line.text(place))
                                    .map(CommuneCode::value)
                                    .orElse(null);
                },
                Reason.IDENTIFIER);
    }

    /// The whole code, or the département and the number inside it. A heading COM is the whole code
    /// in some editions, the name of the commune in others.
    private static Column.Value place(Columns columns) {
        int whole = columns.first("CODGEO", "COM_CODE");
        int department = columns.first("CODDEP", "DEP");
        int inside = columns.of("CODCOM");
        return line -> {
            var named = CommuneCode.parse(line.text(columns.of("COM")));
            if (named.isPresent()) return named.get().value();
            var code =
                    whole >= 0
                            ? line.text(whole)
                            : line.text(department).length() == 3 && line.text(inside).length() == 3
                                    ? line.text(department).substring(0, 2) + line.text(inside)
                                    : line.text(department) + line.text(inside);
            return CommuneCode.parse(code).map(CommuneCode::value).orElse(null);
        };
    }

    private static Column.Value people(Columns columns, int year) {
        int place = columns.first("PMUN", "PMUN" + year % 100, "PMUN" + year);
        return line -> {
            var number = line.text(place).replaceAll("[ \u00a0\u202f]", "");
            return number.matches("\\d{1,8}") ? number : null;
        };
    }

    /// Into the tables of the territories, by their door.
    private abstract static class Into implements Merge {

        private final String counted;

        Into(String counted) {
            this.counted = counted;
        }

        abstract CommuneFiles.Taken taken(Connection connection) throws SQLException, Unusable;

        @Override
        public long before(Database database) throws SQLException {
            return 0;
        }

        @Override
        public long lines(Database database) throws SQLException {
            return database.number("select count(*) from staged where " + counted);
        }

        @Override
        public Import.Done run(Database database, UUID edition, Remarks remarks)
                throws SQLException, Unusable {
            long before = before(database);
            var taken = taken(database.connection());
            taken.unknown()
                    .forEach((code, lines) -> remarks.add(Reason.COMMUNE, null, code, lines));
            if (taken.moved())
                // lines loaded before under a code of yesterday
                Communes.today(database, "directory.activity");
            return new Import.Done(0, before, taken.added(), taken.removed(), taken.changed());
        }
    }
}
