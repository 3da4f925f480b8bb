package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What the three structures published at the end of the two years before: persons followed by
/// commune of residence and theme, most of them where the structure declares, some beyond. Masked
/// as a publication is.
final class CoveragePart {

    private static final int MASK = 11;
    private static final String OTHERS = "AUTRES";

    /// Communes beyond what each structure declares, with how many of their people it followed.
    private static final List<Map<String, Integer>> BEYOND =
            List.of(
                    Map.of("62041", 34, "59392", 27, "62427", 24),
                    Map.of("62041", 38, "62765", 22, "59178", 26),
                    Map.of("59183", 31, "62160", 23, "62119", 18));

    private static final int[] FOLLOWED = {980, 760, 1_050};

    private record Cell(String commune, String theme, int count) {}

    private CoveragePart() {}

    static void write(
            Connection connection, List<Structure> structures, Places places, LocalDate today)
            throws SQLException {
        for (int back = 2; back >= 1; back--) {
            var day = LocalDate.of(today.getYear() - back, 12, 31);
            for (int i = 0; i < structures.size(); i++)
                publication(connection, structures.get(i), i, places, day, back);
        }
    }

    private static void publication(
            Connection connection,
            Structure structure,
            int rank,
            Places places,
            LocalDate day,
            int back)
            throws SQLException {
        var id = UUID.nameUUIDFromBytes((structure.name() + day).getBytes());
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into indicators.publication (network_id, id, network_name, region_code, as_of, definitions, prepared_at, prepared_by)
                        select n.id, ?, n.name, n.region_code, ?, 'definitions-1', ?::date + interval '14 days 9 hours', m.given_name || ' ' || upper(m.family_name)
                          from network.network n join network.team_member m on m.network_id = n.id and m.function = 'HEAD' where n.id = ?
                        """)) {
            insert.setObject(1, id);
            insert.setObject(2, day);
            insert.setObject(3, day);
            insert.setObject(4, structure.id());
            insert.execute();
        }
        var cells = cells(structure, zones(structure), rank, places, day, back);
        try (var count =
                connection.prepareStatement(
                        """
                        insert into indicators.published_count (network_id, publication_id, dimension, measure, code, label, value, masked, withheld, rank)
                        values (?, ?, ?, 'FILE_ACTIVE', ?, ?, ?, ?, ?, ?)
                        """)) {
            counts(count, structure, id, cells, places, labels(connection));
            count.executeBatch();
        }
        try (var sectors =
                        connection.prepareStatement(
                                """
                                insert into indicators.published_sector (network_id, publication_id, zone_code, coordinators)
                                select m.network_id, ?, z.code, count(distinct m.id) from network.team_member m cross join lateral unnest(m.sectors) s
                                  left join territory.commune c on c.code = s join territory.zone z on z.code = coalesce(c.zone_code, s)
                                 where m.network_id = ? and m.function = 'COORDINATOR' group by 1, 3
                                """);
                var sign =
                        connection.prepareStatement(
                                "update indicators.publication set signed_at = prepared_at + interval '1 day', signed_by = prepared_by where id = ?")) {
            sectors.setObject(1, id);
            sectors.setObject(2, structure.id());
            sectors.execute();
            sign.setObject(1, id);
            sign.execute();
        }
    }

    private static List<String> zones(Structure structure) {
        return structure.coordinators().stream()
                .flatMap(m -> m.zones().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(Connection connection) throws SQLException {
        var labels = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select code, label from network.theme order by rank")) {
            while (rows.next()) labels.put(rows.getString(1), rows.getString(2));
        }
        return labels;
    }

    // in proportion to the inhabitants, more or less by the name of the commune: the same each time
    private static List<Cell> cells(
            Structure structure,
            List<String> zones,
            int rank,
            Places places,
            LocalDate day,
            int back) {
        var communes = places.of(zones);
        long people = communes.stream().mapToLong(Commune::population).sum();
        var followed = FOLLOWED[rank] * (back == 2 ? 0.86 : 1);
        var cells = new ArrayList<Cell>();
        for (var commune : communes) {
            var here = followed * commune.population() / people * luck(commune.code(), day);
            share(structure, commune.code(), here, cells);
        }
        BEYOND.get(rank)
                .forEach((commune, many) ->
                        share(structure, commune, many * (back == 2 ? 0.7 : 1), cells));
        return cells;
    }

    // from 0.45 to 1.55
    private static double luck(String code, LocalDate day) {
        return 0.45 + Math.floorMod((code + day.getYear()).hashCode() * 31, 111) / 100.0;
    }

    private static void share(Structure structure, String commune, double many, List<Cell> cells) {
        structure
                .themes()
                .forEach((theme, percent) -> {
                    var count = (int) Math.round(many * percent / 100);
                    if (count > 0) cells.add(new Cell(commune, theme, count));
                });
    }

    private static void counts(
            PreparedStatement into,
            Structure structure,
            UUID id,
            List<Cell> cells,
            Places places,
            Map<String, String> labels)
            throws SQLException {
        var byCommune = new LinkedHashMap<String, Integer>();
        cells.forEach(c -> byCommune.merge(c.commune(), c.count(), Integer::sum));
        var named = new LinkedHashSet<String>();
        byCommune.forEach((commune, count) -> {
            if (count >= MASK) named.add(commune);
        });
        var table = new LinkedHashMap<String, Map<String, Integer>>(); // commune, theme
        for (var commune : named) table.put(commune, new LinkedHashMap<>());
        table.put(OTHERS, new LinkedHashMap<>());
        for (var line : table.values())
            structure.themes().keySet().forEach(theme -> line.put(theme, 0));
        for (var cell : cells)
            Objects.requireNonNull(
                            table.get(named.contains(cell.commune()) ? cell.commune() : OTHERS))
                    .merge(cell.theme(), cell.count(), Integer::sum);
        var rank = 0;
        var total = cells.stream().mapToInt(Cell::count).sum();
        add(into, structure, id, "TOTAL", "", "File active de l’année", total, false, rank++);
        for (var theme : structure.themes().keySet()) {
            var sum = table.values().stream().mapToInt(l -> l.getOrDefault(theme, 0)).sum();
            add(
                    into,
                    structure,
                    id,
                    "THEME",
                    theme,
                    labels.getOrDefault(theme, theme),
                    sum,
                    false,
                    rank++);
        }
        var withheld = withheld(table);
        for (var line : table.entrySet()) {
            var commune = line.getKey();
            var name = commune.equals(OTHERS) ? "Autres communes" : places.get(commune).name();
            var sum = line.getValue().values().stream().mapToInt(Integer::intValue).sum();
            add(into, structure, id, "COMMUNE", commune, name, sum, false, rank++);
            for (var cell : line.getValue().entrySet()) {
                var code = commune + "/" + cell.getKey();
                add(
                        into,
                        structure,
                        id,
                        "COMMUNE_THEME",
                        code,
                        name + ", " + labels.get(cell.getKey()),
                        cell.getValue(),
                        withheld.contains(code),
                        rank++);
            }
        }
    }

    // a hidden count alone in its line or its column could be worked out: the smallest said beside
    // it is withheld, until none is alone
    private static LinkedHashSet<String> withheld(Map<String, Map<String, Integer>> table) {
        var withheld = new LinkedHashSet<String>();
        var lines = new ArrayList<List<Cell>>();
        table.forEach((commune, line) -> {
            var cells = new ArrayList<Cell>();
            line.forEach((theme, count) -> cells.add(new Cell(commune, theme, count)));
            lines.add(cells);
        });
        for (var theme : Objects.requireNonNull(table.get(OTHERS)).keySet()) {
            var column = new ArrayList<Cell>();
            table.forEach((commune, line) ->
                    column.add(new Cell(commune, theme, line.getOrDefault(theme, 0))));
            lines.add(column);
        }
        boolean more;
        do {
            more = false;
            for (var line : lines) {
                var hidden =
                        line.stream()
                                .filter(c -> c.count() < MASK || withheld.contains(code(c)))
                                .count();
                if (hidden != 1) continue;
                var smallest =
                        line.stream()
                                .filter(c -> c.count() >= MASK && !withheld.contains(code(c)))
                                .min(java.util.Comparator.comparingInt(Cell::count));
                if (smallest.isPresent()) more |= withheld.add(code(smallest.get()));
            }
        } while (more);
        return withheld;
    }

    private static String code(Cell cell) {
        return cell.commune() + "/" + cell.theme();
    }

    private static void add(
            PreparedStatement into,
            Structure structure,
            UUID id,
            String dimension,
            String code,
            String label,
            int count,
            boolean withheld,
            int rank)
            throws SQLException {
        var said = count >= MASK && !withheld;
        into.setObject(1, structure.id());
        into.setObject(2, id);
        into.setString(3, dimension);
        into.setString(4, code);
        into.setString(5, label);
        into.setObject(6, said ? count : null, java.sql.Types.INTEGER);
        into.setBoolean(7, !said);
        into.setBoolean(8, !said && withheld);
        into.setInt(9, rank);
        into.addBatch();
    }
}
