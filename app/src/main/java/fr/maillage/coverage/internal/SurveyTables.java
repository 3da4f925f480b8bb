package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.CoveragePage.Commune;
import fr.maillage.coverage.internal.CoveragePage.Detail;
import fr.maillage.coverage.internal.CoveragePage.Legend;
import fr.maillage.coverage.internal.CoveragePage.Masking;
import fr.maillage.coverage.internal.CoveragePage.Shares;
import fr.maillage.coverage.internal.CoveragePage.Tile;
import fr.maillage.coverage.internal.CoveragePage.Zone;
import fr.maillage.coverage.internal.CoverageScreens.Asked;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.Typography;
import fr.maillage.territory.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A survey in figures and words: tiles, legend, zones, communes, masking.
final class SurveyTables {

    private SurveyTables() {}

    static List<State> states(boolean declared) {
        return declared
                ? List.of(State.ONE, State.SEVERAL, State.SOON, State.HOLE)
                : List.of(
                        State.FOLLOWED,
                        State.MASKED,
                        State.WITHHELD,
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

    static List<Tile> tiles(Survey survey) {
        var lines = survey.lines();
        var whole = Survey.people(lines, _ -> true);
        var declared = Survey.people(lines, Survey.Line::declared);
        var followed = Survey.people(lines, Survey.Line::real);
        var open = Survey.people(lines, Survey.Line::open);
        return List.of(
                new Tile(
                        CoverageText.share(declared, whole),
                        "de la population sur un territoire déclaré",
                        Typography.number(declared) + " habitants sur " + Typography.number(whole)),
                new Tile(
                        CoverageText.interval(followed, followed + open, whole),
                        "réellement couverte",
                        "Communes où onze personnes ou plus sont suivies\u00A0; le haut ajoute les communes dont le nombre est masqué ou qui n’ont rien publié"),
                new Tile(
                        Typography.number(lines.stream().filter(Survey.Line::overlap).count()),
                        "communes en recouvrement",
                        survey.theme().isEmpty()
                                ? "Déclarées par plusieurs structures, tous thèmes ensemble"
                                : "Déclarées par plusieurs structures pour ce thème"),
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

    static List<Legend> legend(Survey survey, List<State> states, boolean declared) {
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

    static List<Zone> zones(Survey survey, List<State> states, Asked asked, String query) {
        var zones = new ArrayList<Zone>();
        if (survey.lines().isEmpty()) return zones;
        for (var zone : survey.material().tree().zones()) {
            var lines = survey.lines(zone.code());
            var whole = Survey.people(lines, _ -> true);
            var real = Survey.people(lines, Survey.Line::real);
            var open = Survey.people(lines, Survey.Line::open);
            var inState =
                    lines.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            l -> state(l, asked.declared()),
                                            Collectors.counting()));
            zones.add(
                    new Zone(
                            zone.code(),
                            "/couverture?" + query + "&zone=" + zone.code() + "#communes",
                            zone.label(),
                            "depth-" + Math.min(6, zone.depth()),
                            zone.code().equals(asked.zone()),
                            Typography.number(whole),
                            CoverageText.share(Survey.people(lines, Survey.Line::declared), whole),
                            CoverageText.within(real, real + open, whole),
                            CoverageText.followed(
                                    lines.stream().mapToLong(Survey.Line::followedShown).sum(),
                                    survey.most(lines)),
                            states.stream()
                                    .map(s -> Typography.number(inState.getOrDefault(s, 0L)))
                                    .toList(),
                            CoverageText.names(structures(lines))));
        }
        return zones;
    }

    static List<Survey.Structure> structures(List<Survey.Line> lines) {
        return lines.stream().flatMap(l -> l.declaring().stream()).distinct().toList();
    }

    static @Nullable Detail detail(
            Survey survey, @Nullable String code, boolean declared, String query) {
        var zone = code == null ? null : survey.material().tree().zone(code);
        if (zone == null) return null;
        return new Detail(
                zone.label(),
                survey.lines(zone.code()).stream()
                        .map(l -> {
                            var state = state(l, declared);
                            return new Commune(
                                    "/couverture/communes/" + l.commune().code() + "?" + query,
                                    l.commune().name(),
                                    Typography.number(l.people()),
                                    state.pattern(),
                                    state.label(),
                                    CoverageText.names(l.declaring()),
                                    followed(survey, l));
                        })
                        .toList());
    }

    /// A commune for one theme.
    static CoverageCommunePage.Theme theme(
            Survey survey, String commune, String label, String href) {
        var line = survey.line(commune);
        return new CoverageCommunePage.Theme(
                href,
                label,
                line.state().pattern(),
                line.state().label(),
                line.state().meaning(),
                CoverageText.names(line.declaring()),
                CoverageText.names(line.soon()),
                followed(survey, line));
    }

    /// Who follows how many there: « 41 », « < 11 », « n.c. »; named when they are several.
    static String followed(Survey survey, Survey.Line line) {
        var said = new LinkedHashMap<String, String>();
        line.followed().forEach((p, n) -> said.put(p.name(), Typography.number(n)));
        line.unsaid().forEach(p -> said.put(p.name(), new Masked.Withheld().formatted()));
        line.masked().forEach(p -> said.put(p.name(), new Masked.TooSmall().formatted()));
        if (said.isEmpty())
            return line.declared() || !survey.published() ? "–" : new Masked.TooSmall().formatted();
        return said.size() == 1
                ? said.values().iterator().next()
                : said.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining("\u00A0; "));
    }

    static Masking masking(Survey.Hidden hidden) {
        return new Masking(
                hidden.publication().name(),
                CoverageText.count(hidden.total()),
                hidden.shownCommunes() == 0
                        ? "aucune"
                        : Typography.number(hidden.shownPeople())
                                + " dans "
                                + CoverageText.communes(hidden.shownCommunes()),
                hidden.declared() == 0
                        ? "aucune déclarée"
                        : Typography.number(hidden.masked())
                                + " sur "
                                + Typography.number(hidden.declared()),
                hidden.masked() == 0 ? "–" : CoverageText.between(hidden.most()),
                CoverageText.beyond(hidden));
    }

    /// Structures whose perimeter spreads over several territoires de santé (REQ-COVERAGE-08).
    static List<String> warnings(Survey survey) {
        var tree = survey.material().tree();
        var known = new HashMap<String, Optional<Tree.Zone>>();
        var territories = new LinkedHashMap<String, TreeSet<String>>();
        for (var line : survey.lines()) {
            var above =
                    known.computeIfAbsent(
                            line.commune().zone(),
                            zone -> Optional.ofNullable(tree.above(zone, "TERRITOIRE")));
            if (above.isEmpty()) continue;
            for (var structure : line.declaring())
                territories
                        .computeIfAbsent(structure.name(), _ -> new TreeSet<>())
                        .add(above.get().label());
        }
        return territories.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> CoverageText.perimeter(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    static Shares share(Survey survey) {
        var lines = survey.lines();
        var whole = Survey.people(lines, _ -> true);
        var real = Survey.people(lines, Survey.Line::real);
        return new Shares(
                CoverageText.share(Survey.people(lines, Survey.Line::declared), whole),
                CoverageText.within(real, real + Survey.people(lines, Survey.Line::open), whole));
    }
}
