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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    /// @param masked those that declare it and publish the theme by commune, but no count of it: 0
    ///   to 10 each
    /// @param unsaid those that publish it « n.c. »: of any size, so that no other count is worked
    ///   out
    record Line(
            Tree.Commune commune,
            State state,
            List<Structure> declaring,
            List<Structure> soon,
            Map<Publication, Integer> followed,
            List<Publication> masked,
            List<Publication> unsaid) {

        boolean overlap() {
            return declaring.size() > 1;
        }

        boolean declared() {
            return !declaring.isEmpty();
        }

        /// Eleven or more of its people are followed, and it is sure.
        boolean real() {
            return state == State.FOLLOWED || state == State.OVERFLOW;
        }

        /// Nobody can tell whether eleven of its people are followed.
        boolean open() {
            return state == State.MASKED || state == State.SILENT || state == State.WITHHELD;
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
    /// @param most persons they can hold together at most; UNBOUNDED when nothing bounds them
    /// @param beyond communes it follows and does not declare
    /// @param elsewhere persons who surely live in none of the communes it declares, nor in one
    ///   that is named
    record Hidden(
            Publication publication,
            Count total,
            int shownCommunes,
            int shownPeople,
            int declared,
            int masked,
            long most,
            List<Line> beyond,
            long elsewhere) {}

    /// As many persons as one likes.
    static final long UNBOUNDED = Integer.MAX_VALUE;

    static final UUID NOBODY = new UUID(0, 0);

    /// Types whose declared area is a coverage: networks, platforms and what came after them. An
    /// office that orients or a service that treats declares where it works, not what a network
    /// covers.
    private static final Set<String> COVERING = Set.of("RESEAU", "PLATEFORME", "DAC", "RTP");

    private final Material material;
    private final String theme;
    private final List<Publication> detailed;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private Survey(Material material, String theme) {
        this.material = material;
        this.theme = theme;
        this.detailed =
                material.publications().stream()
                        .filter(p ->
                                total(p) != null && (theme.isEmpty() ? p.byCommune() : p.byTheme()))
                        .toList();
    }

    /// @param theme national code; empty for all themes together
    static Survey of(Material material, String theme) {
        var survey = new Survey(material, theme);
        var covered = survey.areas(d -> d.status().equals("COUVERT"));
        var soon = survey.areas(d -> d.status().equals("EMERGENT"));
        var followed = new HashMap<String, Map<Publication, Integer>>();
        var unsaid = new HashMap<String, List<Publication>>();
        var detailed = new HashMap<UUID, Publication>();
        for (var publication : material.publications())
            survey.residence(publication.network())
                    .forEach((commune, count) -> {
                        if (count.value() != null)
                            followed.computeIfAbsent(commune, _ -> new LinkedHashMap<>())
                                    .put(publication, count.value());
                        else if (count.unsaid())
                            unsaid.computeIfAbsent(commune, _ -> new ArrayList<>())
                                    .add(publication);
                    });
        survey.detailed.forEach(p -> detailed.put(p.network(), p));
        for (var commune : material.tree().communes().values()) {
            var declaring = List.copyOf(covered.getOrDefault(commune.code(), Set.of()));
            var preparing = List.copyOf(soon.getOrDefault(commune.code(), Set.of()));
            var here = followed.getOrDefault(commune.code(), Map.of());
            var withheld = unsaid.getOrDefault(commune.code(), List.of());
            var masked =
                    declaring.stream()
                            .flatMap(s -> Stream.ofNullable(detailed.get(s.owner())))
                            .distinct()
                            .filter(p -> !here.containsKey(p) && !withheld.contains(p))
                            .toList();
            survey.lines.put(
                    commune.code(),
                    new Line(
                            commune,
                            survey.state(declaring, preparing, here, masked, withheld),
                            declaring,
                            preparing,
                            here,
                            masked,
                            withheld));
        }
        return survey;
    }

    private Map<String, Set<Structure>> areas(Predicate<Declared> which) {
        var structures = new HashMap<String, Set<Structure>>();
        for (var area : material.declared()) {
            if (!which.test(area) || !concerns(area)) continue;
            var structure =
                    new Structure(
                            area.structure(),
                            area.name(),
                            area.type(),
                            area.owner() == null ? NOBODY : area.owner());
            for (var commune : material.places().getOrDefault(SurveyReader.place(area), List.of()))
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

    private State state(
            List<Structure> declaring,
            List<Structure> soon,
            Map<Publication, Integer> followed,
            List<Publication> masked,
            List<Publication> unsaid) {
        // all themes together, a publication names a commune when it follows eleven of its people
        var sure = !followed.isEmpty() || theme.isEmpty() && !unsaid.isEmpty();
        if (sure) return declaring.isEmpty() ? State.OVERFLOW : State.FOLLOWED;
        if (!unsaid.isEmpty()) return State.WITHHELD;
        if (declaring.isEmpty()) return soon.isEmpty() ? State.HOLE : State.SOON;
        return masked.isEmpty() ? State.SILENT : State.MASKED;
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

    /// A commune of the division; throws when it is none.
    Line line(String commune) {
        return Objects.requireNonNull(lines.get(commune));
    }

    /// Those of a zone and of what stands under it.
    List<Line> lines(String zone) {
        var under = material.tree().down(zone);
        return lines.values().stream().filter(l -> under.contains(l.commune().zone())).toList();
    }

    /// Whether anybody publishes this theme by commune: without, a commune that nobody names is not
    /// known to be under eleven.
    boolean published() {
        return !detailed.isEmpty();
    }

    /// Inhabitants of the communes that are so.
    static long people(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).mapToLong(Line::people).sum();
    }

    /// What the masking of each publication hides.
    List<Hidden> hidden() {
        return detailed().map(this::hidden).toList();
    }

    /// The most persons followed that these communes can have besides those that are said;
    /// UNBOUNDED when nothing bounds them.
    long most(List<Line> lines) {
        var most = detailed().mapToLong(p -> most(p, masked(p, lines))).sum();
        return Math.min(most, UNBOUNDED);
    }

    // those that say this theme by commune
    private Stream<Publication> detailed() {
        return detailed.stream();
    }

    private @Nullable Count total(Publication publication) {
        return material.totals().getOrDefault(publication.network(), Map.of()).get(theme);
    }

    private Hidden hidden(Publication publication) {
        var own = lines.values().stream().filter(l -> declares(publication, l)).toList();
        var masked = masked(publication, own);
        var most = most(publication, masked);
        var beyond =
                lines.values().stream()
                        .filter(l -> l.followed().containsKey(publication))
                        .filter(l -> !declares(publication, l))
                        .toList();
        return new Hidden(
                publication,
                Objects.requireNonNull(total(publication)),
                (int) said(publication).count(),
                said(publication).mapToInt(Count::shown).sum(),
                own.size(),
                masked.size(),
                most,
                beyond,
                Objects.requireNonNull(total(publication)).value() == null
                        ? 0
                        : left(publication) - most);
    }

    private static boolean declares(Publication publication, Line line) {
        return line.declaring().stream().anyMatch(s -> s.owner().equals(publication.network()));
    }

    private static List<Line> masked(Publication publication, List<Line> lines) {
        return lines.stream()
                .filter(l -> l.masked().contains(publication) || l.unsaid().contains(publication))
                .toList();
    }

    private Stream<Count> said(Publication publication) {
        return residence(publication.network()).entrySet().stream()
                .filter(e -> !e.getKey().equals(Material.OTHERS))
                .map(Map.Entry::getValue)
                .filter(c -> c.value() != null);
    }

    // ten in each masked commune, any number where it is « n.c. », and never more than what is left
    private long most(Publication publication, List<Line> masked) {
        if (masked.isEmpty()) return 0;
        var unsaid = masked.stream().anyMatch(l -> l.unsaid().contains(publication));
        return Math.min(unsaid ? UNBOUNDED : 10L * masked.size(), left(publication));
    }

    // of the total, what no commune that is named has
    private long left(Publication publication) {
        var total = Objects.requireNonNull(total(publication));
        if (total.value() == null && total.withheld()) return UNBOUNDED;
        var whole = total.value() == null ? 10 : total.value();
        return Math.max(0, whole - said(publication).mapToInt(Count::shown).sum());
    }
}
