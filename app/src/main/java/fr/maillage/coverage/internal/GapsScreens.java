package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.GapsPage.Cell;
import fr.maillage.coverage.internal.GapsPage.Proposal;
import fr.maillage.coverage.internal.GapsPage.Sector;
import fr.maillage.coverage.internal.GapsPage.Territory;
import fr.maillage.coverage.internal.GapsPage.Zone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.territory.Tree;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where something is missing.
@Component
@Transactional(readOnly = true)
class GapsScreens {

    /// What is a coordinated arrangement for staying at home whatever the theme. Source: SROS
    /// Nord-Pas-de-Calais, annexe réseaux, §4.4 (plates-formes), and what came after.
    private static final Set<String> ARRANGEMENTS = Set.of("PLATEFORME", "DAC", "RTP");

    private final JdbcClient sql;
    private final SurveyReader reader;
    private final CoverageScreens coverage;
    private final Priorities priorities;

    GapsScreens(
            JdbcClient sql, SurveyReader reader, CoverageScreens coverage, Priorities priorities) {
        this.sql = sql;
        this.reader = reader;
        this.coverage = coverage;
        this.priorities = priorities;
    }

    GapsPage page(Scope scope, @Nullable Integer asked, Sent form) {
        var years = reader.years(scope);
        var year = asked != null && years.contains(asked) ? asked : years.getFirst();
        var material = reader.year(scope, year);
        var all = Survey.of(material, "");
        var labels = coverage.labels();
        var prior = priorities.codes(scope.region());
        var without = without(all);
        var leaves = leaves(material.tree());
        return new GapsPage(
                scope.label(),
                scope.mayWrite(),
                year,
                years.stream()
                        .map(y ->
                                new CoveragePage.Choice(
                                        String.valueOf(y), String.valueOf(y), y.equals(year)))
                        .toList(),
                without.stream().map(z -> zone(all, z)).toList(),
                leaves.size(),
                Typography.number(
                        without.stream()
                                .mapToLong(z -> Survey.people(all.lines(z.code()), _ -> true))
                                .sum()),
                prior.stream().map(code -> labels.getOrDefault(code, code)).toList(),
                territories(material, prior, labels),
                sectors(scope, material, all),
                SurveyTables.warnings(all),
                proposals(scope),
                form,
                material.tree().zones().stream()
                        .collect(
                                Collectors.toMap(
                                        Tree.Zone::code,
                                        Tree.Zone::label,
                                        (a, _) -> a,
                                        LinkedHashMap::new)),
                labels);
    }

    private static List<Tree.Zone> leaves(Tree tree) {
        if (tree.communes().isEmpty()) return List.of();
        var parents = tree.zones().stream().map(Tree.Zone::parent).collect(Collectors.toSet());
        return tree.zones().stream().filter(z -> !parents.contains(z.code())).toList();
    }

    // a zone with part of its communes in an arrangement is not without
    private static List<Tree.Zone> without(Survey survey) {
        return leaves(survey.material().tree()).stream()
                .filter(z ->
                        survey.lines(z.code()).stream()
                                .noneMatch(l ->
                                        l.declaring().stream()
                                                .anyMatch(s -> ARRANGEMENTS.contains(s.type()))))
                .toList();
    }

    private static Zone zone(Survey survey, Tree.Zone zone) {
        var above = survey.material().tree().above(zone.code(), "TERRITOIRE");
        return new Zone(
                "/territoires/zones/" + zone.code(),
                zone.label(),
                above == null ? "" : above.label(),
                Typography.number(Survey.people(survey.lines(zone.code()), _ -> true)));
    }

    private static List<Territory> territories(
            Material material, List<String> themes, Map<String, String> labels) {
        var surveys =
                themes.stream().map(theme -> Map.entry(theme, Survey.of(material, theme))).toList();
        return material.tree().of("TERRITOIRE").stream()
                .map(t ->
                        new Territory(
                                t.label(),
                                surveys.stream()
                                        .map(s ->
                                                cell(
                                                        labels.getOrDefault(s.getKey(), s.getKey()),
                                                        SurveyTables.structures(
                                                                s.getValue().lines(t.code()))))
                                        .toList()))
                .toList();
    }

    private static Cell cell(String theme, List<Survey.Structure> structures) {
        var names = CoverageText.names(structures);
        return switch (structures.size()) {
            case 0 -> new Cell(theme, "aucun dispositif", "is-late", "circle-x", "");
            case 1 -> new Cell(theme, "un seul", "is-due", "circle-dot", names);
            default ->
                    new Cell(
                            theme,
                            String.valueOf(structures.size()),
                            "is-done",
                            "circle-check",
                            names);
        };
    }

    private record Soon(String name, LocalDate since) {}

    // covered today, soon (declared as being set up, or from a later day), not covered
    private List<Sector> sectors(Scope scope, Material material, Survey all) {
        var coordinators = new HashMap<String, Integer>();
        sql.sql(
                        """
                        select zone_code, sum(coordinators) as n from indicators.published_coordinators where year = :year group by zone_code
                        """)
                .param("year", material.year())
                .query((row, _) -> coordinators.put(row.getString("zone_code"), row.getInt("n")))
                .list();
        var soon = soon(scope, material);
        return leaves(material.tree()).stream()
                .map(z -> {
                    var lines = all.lines(z.code());
                    var whole = Survey.people(lines, _ -> true);
                    var covered = Survey.people(lines, Survey.Line::declared);
                    var next = soon.get(z.code());
                    var n = coordinators.get(z.code());
                    var names = CoverageText.names(SurveyTables.structures(lines));
                    var people = Typography.number(whole);
                    var staff = n == null ? "–" : String.valueOf(n);
                    if (covered > 0)
                        return new Sector(
                                z.label(),
                                people,
                                covered == whole
                                        ? "Couvert"
                                        : "Couvert en partie ("
                                                + CoverageText.share(covered, whole)
                                                + ")",
                                "is-done",
                                "circle-check",
                                staff,
                                names);
                    if (next != null)
                        return new Sector(
                                z.label(),
                                people,
                                "Bientôt couvert, le " + FrenchDates.date(next.since()),
                                "is-due",
                                "clock",
                                staff,
                                next.name());
                    return new Sector(
                            z.label(), people, "Non couvert", "is-late", "circle-x", staff, "");
                })
                .toList();
    }

    // zones that hold a commune somebody prepares to cover within the year to come
    private Map<String, Soon> soon(Scope scope, Material material) {
        var tree = material.tree();
        var soon = new TreeMap<String, Soon>();
        var later =
                reader.declared(scope, tree, material.day().plusYears(1)).stream()
                        .filter(d ->
                                d.status().equals("EMERGENT") || d.since().isAfter(material.day()))
                        .toList();
        for (var area : later) {
            var zones = new LinkedHashSet<String>();
            for (var commune : tree.communesOf(SurveyReader.place(area))) {
                var there = tree.communes().get(commune);
                if (there != null) zones.add(there.zone());
            }
            zones.forEach(z -> soon.putIfAbsent(z, new Soon(area.name(), area.since())));
        }
        return soon;
    }

    private List<Proposal> proposals(Scope scope) {
        return sql.sql(
                        """
                        select p.id, p.words, p.figures, p.made_on, p.made_by, z.label as zone, t.label as theme from coverage.proposal p
                          join territory.zone z on z.code = p.zone_code left join network.theme t on t.code = p.theme_code
                         where p.region_code = :region order by p.made_on desc, p.id desc limit 100
                        """)
                .param("region", scope.region())
                .query((row, _) ->
                        new Proposal(
                                row.getObject("id", UUID.class).toString(),
                                row.getString("words"),
                                row.getString("zone")
                                        + (row.getString("theme") == null
                                                ? ""
                                                : " · " + row.getString("theme")),
                                row.getString("figures"),
                                row.getString("made_by")
                                        + ", "
                                        + FrenchDates.date(
                                                row.getObject("made_on", LocalDate.class))))
                .list();
    }
}
