package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.Material.Count;
import fr.maillage.coverage.internal.Material.Publication;
import fr.maillage.registry.DeclaredAreas.Declared;
import fr.maillage.territory.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Declared against real, for a theme and a year. A commune is declared when a structure says it
/// covers it that day; it is followed when a publication of the year counts eleven of its people or
/// more. Networks of the whole region that support others and include nobody are left out: they
/// would make everything covered (SROS Nord-Pas-de-Calais, annexe réseaux, §2.6).
final class Survey {

    /// A structure that declares.
    record Structure(UUID id, String name, String type, UUID owner) {}

    /// What is known of a commune.
    ///
    /// @param followed by structure of the installation, the counts that are said
    record Line(
            Tree.Commune commune,
            State state,
            List<Structure> declaring,
            List<Structure> soon,
            Map<Publication, Integer> followed) {

        boolean overlap() {
            return declaring.size() > 1;
        }

        int people() {
            return commune.people() == null ? 0 : commune.people();
        }

        int followedShown() {
            return followed.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// What masking hides of a structure.
    ///
    /// @param total null when the structure published none for this theme
    /// @param masked communes it declares whose count is not said
    /// @param most persons they can hold together at most; null when nothing bounds them
    /// @param beyond communes it follows and does not declare
    record Hidden(
            Publication publication,
            Count total,
            int shownCommunes,
            int shownPeople,
            int declared,
            int masked,
            Integer most,
            List<Line> beyond) {}

    static final UUID NOBODY = new UUID(0, 0);

    /// Types whose declared area is a coverage: networks, platforms and what came after them. An
    /// office that orients or a service that treats declares where it works, not what a network
    /// covers.
    private static final Set<String> COVERING = Set.of("RESEAU", "PLATEFORME", "DAC", "RTP");

    private final Material material;
    private final String theme;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private Survey(Material material, String theme) {
        this.material = material;
        this.theme = theme;
    }

    /// @param theme national code; empty for all themes together
    static Survey of(Material material, String theme) {
        var survey = new Survey(material, theme);
        var covered = survey.areas(d -> d.status().equals("COUVERT"));
        var soon = survey.areas(d -> d.status().equals("EMERGENT"));
        for (var commune : material.tree().communes().values()) {
            var declaring = List.copyOf(covered.getOrDefault(commune.code(), Set.of()));
            var preparing = List.copyOf(soon.getOrDefault(commune.code(), Set.of()));
            var followed = survey.followed(commune.code());
            survey.lines.put(
                    commune.code(),
                    new Line(
                            commune,
                            survey.state(declaring, preparing, followed),
                            declaring,
                            preparing,
                            followed));
        }
        return survey;
    }

    private Map<String, Set<Structure>> areas(Predicate<Declared> which) {
        var structures = new HashMap<String, Set<Structure>>();
        var known = new HashMap<String, List<String>>();
        for (var area : material.declared()) {
            if (!which.test(area) || !concerns(area)) continue;
            var place = area.communeCode() != null ? area.communeCode() : area.zoneCode();
            var structure =
                    new Structure(
                            area.structure(),
                            area.name(),
                            area.type(),
                            area.owner() == null ? NOBODY : area.owner());
            for (var commune :
                    known.computeIfAbsent(
                            Objects.requireNonNull(place), material.tree()::communesOf))
                structures.computeIfAbsent(commune, _ -> new LinkedHashSet<>()).add(structure);
        }
        return structures;
    }

    private boolean concerns(Declared area) {
        return COVERING.contains(area.type())
                && !"REGIONAL".equals(area.level())
                && (theme.isEmpty() || area.themeCode() == null || area.themeCode().equals(theme));
    }

    private Map<String, Count> residence(UUID network) {
        return material.residence().getOrDefault(network, Map.of()).getOrDefault(theme, Map.of());
    }

    private Map<Publication, Integer> followed(String commune) {
        var followed = new LinkedHashMap<Publication, Integer>();
        for (var publication : material.publications()) {
            var count = residence(publication.network()).get(commune);
            if (count != null && count.value() != null) followed.put(publication, count.value());
        }
        return followed;
    }

    private State state(
            List<Structure> declaring, List<Structure> soon, Map<Publication, Integer> followed) {
        if (declaring.isEmpty()) {
            if (!followed.isEmpty()) return State.OVERFLOW;
            return soon.isEmpty() ? State.HOLE : State.SOON;
        }
        if (!followed.isEmpty()) return State.FOLLOWED;
        return declaring.stream().anyMatch(s -> !residence(s.owner()).isEmpty())
                ? State.MASKED
                : State.SILENT;
    }

    Material material() {
        return material;
    }

    String theme() {
        return theme;
    }

    /// Every commune of the division, by name.
    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /// Those of a zone and of what stands under it.
    List<Line> lines(String zone) {
        var under = material.tree().down(zone);
        return lines.values().stream().filter(l -> under.contains(l.commune().zone())).toList();
    }

    /// Inhabitants of the communes that are so.
    static long people(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).mapToLong(Line::people).sum();
    }

    /// What the masking of each publication hides.
    List<Hidden> hidden() {
        var hidden = new ArrayList<Hidden>();
        for (var publication : material.publications()) {
            var counts = residence(publication.network());
            var total = material.totals().getOrDefault(publication.network(), Map.of()).get(theme);
            if (total == null || counts.isEmpty()) continue;
            hidden.add(hidden(publication, total, counts));
        }
        return hidden;
    }

    private Hidden hidden(Publication publication, Count total, Map<String, Count> counts) {
        var shown =
                counts.entrySet().stream()
                        .filter(e ->
                                e.getValue().value() != null && !e.getKey().equals(Material.OTHERS))
                        .mapToInt(e -> e.getValue().shown())
                        .sum();
        var own =
                lines.values().stream()
                        .filter(l ->
                                l.declaring().stream()
                                        .anyMatch(s -> s.owner().equals(publication.network())))
                        .toList();
        var masked = own.stream().filter(l -> !l.followed().containsKey(publication)).toList();
        var withheld =
                masked.stream()
                        .map(l -> counts.get(l.commune().code()))
                        .anyMatch(c -> c != null && c.withheld());
        var beyond =
                lines.values().stream()
                        .filter(l -> l.followed().containsKey(publication) && !own.contains(l))
                        .toList();
        return new Hidden(
                publication,
                total,
                (int)
                        counts.entrySet().stream()
                                .filter(e ->
                                        e.getValue().value() != null
                                                && !e.getKey().equals(Material.OTHERS))
                                .count(),
                shown,
                own.size(),
                masked.size(),
                most(total, shown, masked.size(), withheld),
                beyond);
    }

    // ten in each masked commune, and never more than what is left of the total
    private static Integer most(Count total, int shown, int masked, boolean withheld) {
        var each = withheld ? Integer.MAX_VALUE : 10 * masked;
        var left =
                total.value() == null
                        ? (total.withheld() ? Integer.MAX_VALUE : 10)
                        : total.value() - shown;
        return Math.min(each, left);
    }
}
