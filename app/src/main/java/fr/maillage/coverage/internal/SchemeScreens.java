package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.SchemePage.Cell;
import fr.maillage.coverage.internal.SchemePage.Row;
import fr.maillage.coverage.internal.SchemePage.Sector;
import fr.maillage.coverage.internal.SchemePage.Theme;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.DeclaredAreas;
import fr.maillage.registry.DeclaredAreas.Declared;
import fr.maillage.registry.DeclaredAreas.Reading;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The regional document of 2010–2011 read again: which zones each theme covers, and the share of
/// the population this makes. A zone that cannot be read stays so: the share is then an interval,
/// and never fitted to the one the document prints.
@Component
@Transactional(readOnly = true)
class SchemeScreens {

    /// A day on which the document holds.
    static final LocalDate DAY = LocalDate.of(2010, 12, 31);

    private final JdbcClient sql;
    private final Territories territories;
    private final DeclaredAreas areas;
    private final Priorities priorities;
    private final CoverageScreens coverage;

    SchemeScreens(
            JdbcClient sql,
            Territories territories,
            DeclaredAreas areas,
            Priorities priorities,
            CoverageScreens coverage) {
        this.sql = sql;
        this.territories = territories;
        this.areas = areas;
        this.priorities = priorities;
        this.coverage = coverage;
    }

    /// Zones of a theme, as the document has them.
    private record Zones(
            Map<String, Set<String>> covered, Map<String, Set<String>> soon, Set<String> unread) {}

    SchemePage page(Scope scope) {
        var tree = territories.tree(scope.region(), DAY);
        var leaves = tree.of("ZONE");
        var declared =
                areas.at(DAY, tree.places()).stream()
                        .filter(d -> d.source() != null && !"REGIONAL".equals(d.level()))
                        .toList();
        var readings = areas.readings(DAY);
        var labels = coverage.labels();
        var printed =
                priorities.all(scope.region()).stream()
                        .collect(Collectors.toMap(Priorities.Priority::theme, p -> p));
        var codes = new LinkedHashSet<String>(priorities.codes(scope.region()));
        declared.forEach(d -> {
            if (d.themeCode() != null) codes.add(d.themeCode());
        });
        var themes = new ArrayList<Theme>();
        var read = new LinkedHashMap<String, Zones>();
        for (var code : codes) {
            var zones = zones(tree, leaves, declared, readings, code);
            if (zones.covered().isEmpty() && zones.unread().isEmpty()) continue;
            var label = labels.getOrDefault(code, code);
            themes.add(theme(label, tree, leaves, zones, printed.get(code)));
            read.put(label, zones);
        }
        var sectors = sectors();
        return new SchemePage(
                scope.label(),
                FrenchDates.longDay(DAY),
                String.join("\u00A0; ", tree.sources()),
                themes,
                leaves.stream().map(z -> row(z, read)).toList(),
                sectors,
                sectorsTotal());
    }

    private static Zones zones(
            Tree tree,
            List<Tree.Zone> leaves,
            List<Declared> declared,
            List<Reading> readings,
            String theme) {
        var covered = new HashMap<String, Set<String>>();
        var soon = new HashMap<String, Set<String>>();
        var unread = new TreeSet<String>();
        for (var area : declared) {
            if (!theme.equals(area.themeCode()) || area.zoneCode() == null) continue;
            var under = tree.down(area.zoneCode());
            for (var zone : leaves) {
                if (!under.contains(zone.code())) continue;
                switch (area.status()) {
                    case "COUVERT" -> add(covered, zone.code(), area.name());
                    case "EMERGENT" -> add(soon, zone.code(), area.name());
                    default -> unread.add(zone.code());
                }
            }
        }
        var nobody = new TreeSet<String>();
        for (var reading : readings) {
            if (!reading.themeCode().equals(theme)) continue;
            if (reading.status().equals("AUCUN")) {
                if (reading.zoneCode() != null) nobody.add(reading.zoneCode());
                continue;
            }
            if (reading.zoneCode() != null) unread.add(reading.zoneCode());
            else if (reading.territoryCode() != null) {
                // the network is somewhere in that territory
                var under = tree.down(reading.territoryCode());
                leaves.stream().map(Tree.Zone::code).filter(under::contains).forEach(unread::add);
            }
        }
        unread.removeAll(covered.keySet());
        unread.removeAll(nobody);
        return new Zones(covered, soon, unread);
    }

    private static void add(Map<String, Set<String>> to, String zone, String name) {
        to.computeIfAbsent(zone, _ -> new TreeSet<>()).add(name);
    }

    private static Theme theme(
            String label,
            Tree tree,
            List<Tree.Zone> leaves,
            Zones zones,
            Priorities.@Nullable Priority printed) {
        var people = tree.people();
        long whole = sum(people, leaves.stream().map(Tree.Zone::code).toList());
        long legible = sum(people, zones.covered().keySet());
        long most = legible + sum(people, zones.unread());
        var exact = zones.unread().isEmpty();
        var percent = whole == 0 ? 0 : 100.0 * legible / whole;
        var said = printed == null ? null : printed.printed();
        return new Theme(
                label,
                zones.covered().size() + " sur " + leaves.size(),
                CoverageText.percent(percent),
                exact ? null : CoverageText.percent(whole == 0 ? 0 : 100.0 * most / whole),
                printed == null ? null : printed.printedWords(),
                exact && said != null ? CoverageText.distance(percent, said.doubleValue()) : null,
                exact
                        ? null
                        : CoverageText.ILLEGIBLE
                                + Typography.NBSP
                                + ": "
                                + zones.unread().size()
                                + " zones sur "
                                + leaves.size(),
                printed == null || printed.note() == null ? null : Typography.held(printed.note()));
    }

    private static long sum(Map<String, Long> people, java.util.Collection<String> zones) {
        return zones.stream().mapToLong(z -> people.getOrDefault(z, 0L)).sum();
    }

    private static Row row(Tree.Zone zone, Map<String, Zones> read) {
        return new Row(
                zone.label(),
                read.entrySet().stream()
                        .map(e -> cell(e.getKey(), zone.code(), e.getValue()))
                        .toList());
    }

    private static Cell cell(String theme, String zone, Zones zones) {
        var covered = zones.covered().get(zone);
        if (covered != null) return new Cell(theme, "is-done", "●", String.join(", ", covered));
        var soon = zones.soon().get(zone);
        if (soon != null)
            return new Cell(
                    theme,
                    "is-due",
                    "◐",
                    "se prépare" + Typography.NBSP + ": " + String.join(", ", soon));
        return zones.unread().contains(zone)
                ? new Cell(theme, "is-info", "?", "source illisible")
                : new Cell(theme, "", "–", "aucun réseau");
    }

    // the guide's own example of sectors: ARESPA, Franche-Comté
    private List<Sector> sectors() {
        return sql.sql(
                        "select label, population, status, coordinators, premises, since, note from coverage.mapped_sector order by rank")
                .query((row, _) ->
                        new Sector(
                                row.getString("label"),
                                row.getObject("population", Integer.class) == null
                                        ? "–"
                                        : Typography.number(row.getLong("population")),
                                switch (row.getString("status")) {
                                    case "COUVERT" -> "Couvert";
                                    case "BIENTOT" -> "Bientôt couvert";
                                    default -> "Non couvert (autre réseau)";
                                },
                                row.getObject("coordinators", Integer.class) == null
                                        ? "–"
                                        : String.valueOf(row.getInt("coordinators")),
                                orDash(row.getString("premises")),
                                orDash(row.getString("since")),
                                orDash(row.getString("note"))))
                .list();
    }

    private static String orDash(@Nullable String words) {
        return words == null ? "–" : words;
    }

    private String sectorsTotal() {
        return sql.sql(
                        "select sum(population) as people, sum(population) filter (where status = 'COUVERT') as covered from coverage.mapped_sector")
                .query((row, _) ->
                        Typography.number(row.getLong("people"))
                                + " habitants dans les secteurs nommés, dont "
                                + Typography.number(row.getLong("covered"))
                                + " couverts")
                .single();
    }
}
