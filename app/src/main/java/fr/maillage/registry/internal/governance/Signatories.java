package fr.maillage.registry.internal.governance;

import fr.maillage.territory.Tree;
import fr.maillage.territory.Tree.Zone;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// « Un seul réseau territorial pluri-thématique par territoire, signataire d’un seul contrat »:
/// which proximity zones have one, none or several. Asks nothing of anybody. Source: guide DGOS
/// 2012, fiche D4 §3 (twelve territories in Lorraine).
final class Signatories {

    private Signatories() {}

    /// A structure whose contract is signed and runs.
    ///
    /// @param themes it follows that day; every situation counts as several
    /// @param areas codes of zones and communes it declares that day
    record Signed(
            UUID id,
            String name,
            int themes,
            boolean everyTheme,
            @Nullable LocalDate ends,
            Set<String> areas) {
        boolean severalThemes() {
            return everyTheme || themes > 1;
        }
    }

    enum State {
        NONE("is-late"),
        ONE("is-done"),
        ONE_THEME("is-due"),
        SEVERAL("is-late");

        private final String css;

        State(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    /// @param above the territory it stands in; null when it stands in none
    record Territory(Zone zone, @Nullable Zone above, State state, List<Signed> signatories) {}

    /// The zones at the bottom of the tree, in its order. A zone is signed for by who declares it,
    /// or what holds it; a commune of it is not the zone.
    static List<Territory> of(Tree tree, Collection<Signed> signed) {
        var parents = new HashSet<String>();
        tree.zones().forEach(z -> parents.add(String.valueOf(z.parent())));
        return tree.zones().stream()
                .filter(z -> !parents.contains(z.code()) && z.depth() > 0)
                .map(zone -> {
                    var holding = up(tree, zone);
                    var here =
                            signed.stream()
                                    .filter(s -> s.areas().stream().anyMatch(holding::contains))
                                    .toList();
                    var above = zone.parent() == null ? null : tree.zone(zone.parent());
                    return new Territory(
                            zone,
                            above == null || above.depth() == 0 ? null : above,
                            state(here),
                            here);
                })
                .toList();
    }

    private static State state(List<Signed> here) {
        if (here.isEmpty()) return State.NONE;
        if (here.size() > 1) return State.SEVERAL;
        return here.getFirst().severalThemes() ? State.ONE : State.ONE_THEME;
    }

    private static Set<String> up(Tree tree, Zone zone) {
        var codes = new HashSet<String>();
        for (@Nullable Zone at = zone;
                at != null;
                at = at.parent() == null ? null : tree.zone(at.parent())) codes.add(at.code());
        return codes;
    }
}
