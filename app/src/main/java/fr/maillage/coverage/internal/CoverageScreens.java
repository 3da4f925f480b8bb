package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.CoveragePage.Choice;
import fr.maillage.coverage.internal.CoveragePage.Commune;
import fr.maillage.coverage.internal.CoveragePage.Detail;
import fr.maillage.coverage.internal.CoveragePage.Legend;
import fr.maillage.coverage.internal.CoveragePage.Masking;
import fr.maillage.coverage.internal.CoveragePage.Shares;
import fr.maillage.coverage.internal.CoveragePage.ThemeShares;
import fr.maillage.coverage.internal.CoveragePage.Tile;
import fr.maillage.coverage.internal.CoveragePage.Zone;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.registry.DeclaredAreas;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of coverage: map, zones, communes of a zone, what masking hides, and the share of the
/// population by theme and year.
@Component
@Transactional(readOnly = true)
class CoverageScreens {

    private static final int YEARS = 3;

    private final SurveyReader reader;
    private final Networks networks;
    private final Priorities priorities;

    CoverageScreens(SurveyReader reader, Networks networks, Priorities priorities) {
        this.reader = reader;
        this.networks = networks;
        this.priorities = priorities;
    }

    /// What was asked for.
    ///
    /// @param theme national code, or empty for all
    /// @param declared whether the map shows what is declared alone
    record Asked(String theme, @Nullable Integer year, boolean declared, @Nullable String zone) {}

    CoveragePage page(Scope scope, List<Territories.Region> regions, Asked asked) {
        var years = reader.years(scope);
        var year = year(asked, years);
        var shown = years.stream().limit(YEARS).toList();
        var materials = new LinkedHashMap<Integer, Material>();
        for (var each : shown) materials.put(each, reader.year(scope, each));
        var material = materials.computeIfAbsent(year, y -> reader.year(scope, y));
        var survey = Survey.of(material, asked.theme());
        var labels = labels();
        var query =
                "theme="
                        + asked.theme()
                        + "&annee="
                        + year
                        + (asked.declared() ? "&vue=declaree" : "")
                        + "&region="
                        + scope.region();
        var states = SurveyTables.states(asked.declared());
        return new CoveragePage(
                scope.label(),
                scope.own() == null ? null : scope.label(),
                themes(asked.theme(), materials, labels, scope),
                years.stream()
                        .map(y -> new Choice(String.valueOf(y), yearLabel(y), y.equals(year)))
                        .toList(),
                List.of(
                        new Choice("", "Déclarée et réelle", !asked.declared()),
                        new Choice("declaree", "Déclarée, recouvrements", asked.declared())),
                regions.stream()
                        .map(r -> new Choice(r.code(), r.label(), r.code().equals(scope.region())))
                        .toList(),
                asked.theme(),
                labels.getOrDefault(asked.theme(), CoverageText.ALL_THEMES),
                year,
                query,
                "/territoires/contours.json?region=" + scope.region() + "&au=" + material.day(),
                "/couverture/carte.json?" + query,
                CoverageText.publications(material),
                CoverageText.zonesAre(scope.region()),
                SurveyTables.tiles(survey),
                SurveyTables.legend(survey, states, asked.declared()),
                SurveyTables.zones(survey, states, asked, query),
                SurveyTables.detail(survey, asked.zone(), asked.declared(), query),
                survey.hidden().stream().map(SurveyTables::masking).toList(),
                SurveyTables.warnings(survey),
                shown,
                shares(shown.stream().map(materials::get).toList(), materials, labels, scope),
                regional(material, asked.theme()));
    }

    private int year(Asked asked, List<Integer> years) {
        if (asked.year() != null && years.contains(asked.year())) return asked.year();
        return years.getFirst();
    }

    private String yearLabel(int year) {
        return year == reader.today().getYear() ? year + " (en cours)" : String.valueOf(year);
    }

    Map<String, String> labels() {
        return networks.allThemes().stream()
                .collect(
                        Collectors.toMap(
                                Networks.Theme::code,
                                Networks.Theme::label,
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    // priorities first, then what anybody declares or publishes
    private List<Choice> themes(
            String chosen,
            Map<Integer, Material> materials,
            Map<String, String> labels,
            Scope scope) {
        var codes = new LinkedHashSet<String>(priorities.codes(scope.region()));
        codes.addAll(known(materials));
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", CoverageText.ALL_THEMES, chosen.isEmpty()));
        codes.stream()
                .filter(labels::containsKey)
                .forEach(code ->
                        choices.add(
                                new Choice(
                                        code,
                                        Objects.requireNonNull(labels.get(code)),
                                        code.equals(chosen))));
        return choices;
    }

    private static TreeSet<String> known(Map<Integer, Material> materials) {
        var codes = new TreeSet<String>();
        for (var material : materials.values()) {
            material.declared().stream()
                    .map(DeclaredAreas.Declared::themeCode)
                    .filter(Objects::nonNull)
                    .forEach(codes::add);
            material.totals().values().forEach(t -> codes.addAll(t.keySet()));
        }
        return codes;
    }

    private List<ThemeShares> shares(
            List<Material> shown,
            Map<Integer, Material> materials,
            Map<String, String> labels,
            Scope scope) {
        var prior = priorities.codes(scope.region());
        var codes = new LinkedHashSet<String>();
        codes.add("");
        codes.addAll(prior);
        codes.addAll(known(materials));
        var shares = new ArrayList<ThemeShares>();
        for (var code : codes) {
            if (!code.isEmpty() && !labels.containsKey(code)) continue;
            shares.add(
                    new ThemeShares(
                            "/couverture?theme=" + code + "&region=" + scope.region(),
                            labels.getOrDefault(code, CoverageText.ALL_THEMES),
                            prior.contains(code),
                            shown.stream()
                                    .map(m -> SurveyTables.share(Survey.of(m, code)))
                                    .toList()));
        }
        return shares;
    }

    /// A commune of the region, theme by theme; all themes together first. Throws `NotFound`.
    CoverageCommunePage commune(Scope scope, String code, @Nullable Integer asked) {
        var years = reader.years(scope);
        var year = asked != null && years.contains(asked) ? asked : years.getFirst();
        var material = reader.year(scope, year);
        var commune = material.tree().communes().get(code);
        if (commune == null) throw new NotFound("commune", null);
        var labels = labels();
        var codes = new LinkedHashSet<String>();
        codes.add("");
        codes.addAll(priorities.codes(scope.region()));
        codes.addAll(known(Map.of(year, material)));
        var zone = material.tree().zone(commune.zone());
        return new CoverageCommunePage(
                code,
                commune.name(),
                zone == null ? commune.zone() : zone.label(),
                "/couverture?annee="
                        + year
                        + "&region="
                        + scope.region()
                        + "&zone="
                        + commune.zone()
                        + "#communes",
                commune.people() == null ? null : Typography.number(commune.people()),
                scope.own() == null ? null : scope.label(),
                years.stream()
                        .map(y -> new Choice(String.valueOf(y), yearLabel(y), y.equals(year)))
                        .toList(),
                CoverageText.publications(material),
                codes.stream()
                        .filter(theme -> theme.isEmpty() || labels.containsKey(theme))
                        .map(theme ->
                                SurveyTables.theme(
                                        Survey.of(material, theme),
                                        code,
                                        labels.getOrDefault(theme, CoverageText.ALL_THEMES),
                                        "/couverture?theme="
                                                + theme
                                                + "&annee="
                                                + year
                                                + "&region="
                                                + scope.region()))
                        .toList());
    }

    // networks of the whole region: told, not counted
    private static List<String> regional(Material material, String theme) {
        return material.declared().stream()
                .filter(d ->
                        "REGIONAL".equals(d.level())
                                && (theme.isEmpty() || theme.equals(d.themeCode())))
                .map(DeclaredAreas.Declared::name)
                .distinct()
                .toList();
    }

    /// The tree of the year asked for, with the state of each commune, for the map.
    Survey survey(Scope scope, Asked asked) {
        var years = reader.years(scope);
        return Survey.of(reader.year(scope, year(asked, years)), asked.theme());
    }

    static Tree.@Nullable Zone zone(Survey survey, Survey.Line line, String kind) {
        return survey.material().tree().above(line.commune().zone(), kind);
    }
}
