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
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.registry.DeclaredAreas;
import fr.maillage.territory.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    CoveragePage page(Scope scope, Asked asked) {
        var years = reader.years(scope);
        var year = year(asked, years);
        var shown = years.stream().limit(YEARS).sorted().toList();
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
        var states = states(asked.declared());
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
                asked.theme(),
                labels.getOrDefault(asked.theme(), CoverageText.ALL_THEMES),
                year,
                query,
                "/territoires/contours.json?region=" + scope.region() + "&au=" + material.day(),
                "/couverture/carte.json?" + query,
                CoverageText.publications(material),
                tiles(survey),
                legend(survey, states, asked.declared()),
                zones(survey, states, asked, query),
                detail(survey, asked.zone(), asked.declared()),
                survey.hidden().stream().map(CoverageScreens::masking).toList(),
                warnings(survey),
                shown,
                shares(materials, labels, scope),
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
        var codes = new java.util.LinkedHashSet<String>(priorities.codes(scope.region()));
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

    static List<State> states(boolean declared) {
        return declared
                ? List.of(State.ONE, State.SEVERAL, State.SOON, State.HOLE)
                : List.of(
                        State.FOLLOWED,
                        State.MASKED,
                        State.SILENT,
                        State.OVERFLOW,
                        State.SOON,
                        State.HOLE);
    }

    /// What a commune is on the map asked for.
    static State state(Survey.Line line, boolean declared) {
        if (!declared) return line.state();
        if (line.overlap()) return State.SEVERAL;
        if (!line.declaring().isEmpty()) return State.ONE;
        return line.soon().isEmpty() ? State.HOLE : State.SOON;
    }

    private static List<Tile> tiles(Survey survey) {
        var lines = survey.lines();
        var whole = Survey.people(lines, _ -> true);
        var declared = Survey.people(lines, l -> !l.declaring().isEmpty());
        var followed = Survey.people(lines, l -> !l.followed().isEmpty());
        var open = Survey.people(lines, CoverageScreens::isOpen);
        return List.of(
                new Tile(
                        CoverageText.share(declared, whole),
                        "de la population sur un territoire déclaré",
                        Typography.number(declared) + " habitants sur " + Typography.number(whole)),
                new Tile(
                        CoverageText.interval(followed, followed + open, whole),
                        "réellement couverte",
                        "Communes où onze personnes ou plus sont suivies ; le haut ajoute les communes dont le nombre est masqué ou qui n’ont rien publié"),
                new Tile(
                        Typography.number(lines.stream().filter(Survey.Line::overlap).count()),
                        "communes en recouvrement",
                        "Déclarées par plusieurs structures pour ce thème"),
                new Tile(
                        Typography.number(
                                lines.stream().filter(l -> l.state() == State.OVERFLOW).count()),
                        "communes suivies hors déclaration",
                        "Onze personnes ou plus y sont suivies, aucune structure ne les déclare"),
                new Tile(
                        Typography.number(Survey.people(lines, l -> l.state() == State.HOLE)),
                        "habitants sans couverture",
                        "Communes ni déclarées, ni suivies à onze ou plus"));
    }

    private static boolean isOpen(Survey.Line line) {
        return line.state() == State.MASKED || line.state() == State.SILENT;
    }

    private static List<Legend> legend(Survey survey, List<State> states, boolean declared) {
        return states.stream()
                .map(s ->
                        new Legend(
                                s.pattern(),
                                s.label(),
                                s.meaning(),
                                CoverageText.communes(
                                        survey.lines().stream()
                                                .filter(l -> state(l, declared) == s)
                                                .count())))
                .toList();
    }

    private static List<Zone> zones(Survey survey, List<State> states, Asked asked, String query) {
        var hidden = survey.hidden().stream().mapToLong(Survey.Hidden::most).sum();
        var zones = new ArrayList<Zone>();
        for (var zone : survey.material().tree().zones()) {
            var lines = survey.lines(zone.code());
            var whole = Survey.people(lines, _ -> true);
            var declared = Survey.people(lines, l -> !l.declaring().isEmpty());
            var real = Survey.people(lines, l -> !l.followed().isEmpty());
            var open = Survey.people(lines, CoverageScreens::isOpen);
            var shown = lines.stream().mapToLong(Survey.Line::followedShown).sum();
            var masked = lines.stream().filter(l -> l.state() == State.MASKED).count();
            var most = Math.min(10 * masked, hidden);
            zones.add(
                    new Zone(
                            zone.code(),
                            "/couverture?" + query + "&zone=" + zone.code() + "#communes",
                            zone.label(),
                            "depth-" + Math.min(6, zone.depth()),
                            zone.code().equals(asked.zone()),
                            Typography.number(whole),
                            CoverageText.share(declared, whole),
                            CoverageText.interval(real, real + open, whole),
                            Typography.number(shown)
                                    + (masked == 0
                                            ? ""
                                            : " (+ 0 à " + Typography.number(most) + ")"),
                            states.stream()
                                    .map(s ->
                                            Typography.number(
                                                    lines.stream()
                                                            .filter(l ->
                                                                    state(l, asked.declared()) == s)
                                                            .count()))
                                    .toList(),
                            CoverageText.names(structures(lines))));
        }
        return zones;
    }

    static List<Survey.Structure> structures(List<Survey.Line> lines) {
        return lines.stream().flatMap(l -> l.declaring().stream()).distinct().toList();
    }

    private static @Nullable Detail detail(Survey survey, @Nullable String code, boolean declared) {
        var zone = code == null ? null : survey.material().tree().zone(code);
        if (zone == null) return null;
        return new Detail(
                zone.label(),
                survey.lines(zone.code()).stream()
                        .map(l -> {
                            var state = state(l, declared);
                            return new Commune(
                                    "/territoires/communes/" + l.commune().code(),
                                    l.commune().name(),
                                    Typography.number(l.people()),
                                    state.pattern(),
                                    state.label(),
                                    CoverageText.names(l.declaring()),
                                    followed(l));
                        })
                        .toList());
    }

    static String followed(Survey.Line line) {
        if (line.followed().isEmpty())
            return line.state() == State.SILENT
                    ? "–"
                    : CoverageText.count(new Material.Count(null, false));
        return line.followed().entrySet().stream()
                .map(e ->
                        Typography.number(e.getValue())
                                + (line.followed().size() > 1 ? " " + e.getKey().name() : ""))
                .collect(Collectors.joining(" ; "));
    }

    private static Masking masking(Survey.Hidden hidden) {
        return new Masking(
                hidden.publication().name(),
                CoverageText.count(hidden.total()),
                Typography.number(hidden.shownPeople())
                        + " dans "
                        + CoverageText.communes(hidden.shownCommunes()),
                Typography.number(hidden.masked()) + " sur " + Typography.number(hidden.declared()),
                CoverageText.between(hidden.most()),
                hidden.beyond().isEmpty()
                        ? "–"
                        : hidden.beyond().stream()
                                .map(l ->
                                        l.commune().name()
                                                + " ("
                                                + Typography.number(
                                                        l.followed()
                                                                .getOrDefault(
                                                                        hidden.publication(), 0))
                                                + ")")
                                .collect(Collectors.joining(", ")));
    }

    /// Structures whose perimeter spreads over several territoires de santé (REQ-COVERAGE-08).
    static List<String> warnings(Survey survey) {
        var tree = survey.material().tree();
        var territories = new LinkedHashMap<String, TreeSet<String>>();
        for (var line : survey.lines()) {
            var above = tree.above(line.commune().zone(), "TERRITOIRE");
            if (above == null) continue;
            for (var structure : line.declaring())
                territories
                        .computeIfAbsent(structure.name(), _ -> new TreeSet<>())
                        .add(above.label());
        }
        return territories.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> CoverageText.perimeter(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private List<ThemeShares> shares(
            Map<Integer, Material> materials, Map<String, String> labels, Scope scope) {
        var prior = priorities.codes(scope.region());
        var codes = new java.util.LinkedHashSet<String>();
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
                            materials.values().stream()
                                    .sorted(java.util.Comparator.comparing(Material::year))
                                    .map(m -> share(Survey.of(m, code)))
                                    .toList()));
        }
        return shares;
    }

    static Shares share(Survey survey) {
        var lines = survey.lines();
        var whole = Survey.people(lines, _ -> true);
        var real = Survey.people(lines, l -> !l.followed().isEmpty());
        return new Shares(
                CoverageText.share(Survey.people(lines, l -> !l.declaring().isEmpty()), whole),
                CoverageText.interval(
                        real, real + Survey.people(lines, CoverageScreens::isOpen), whole));
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
