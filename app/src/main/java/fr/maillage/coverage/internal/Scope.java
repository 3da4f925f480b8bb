package fr.maillage.coverage.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of the country somebody looks at: an agency its region, a head their own structure in it.
///
/// @param own the structure, for its head; null for who sees them all
/// @param mayWrite whether they keep the priorities and proposals of the region
record Scope(String region, String label, @Nullable UUID own, boolean mayWrite) {

    /// Regions one may choose from, those that are drawn; none when there is no choice.
    static List<Territories.Region> choices(Territories territories) {
        var who = SignedIn.current();
        var mine =
                territories.regions().stream()
                        .filter(Territories.Region::drawn)
                        .filter(r ->
                                who.role() == Role.NATIONAL || who.regions().contains(r.code()))
                        .toList();
        return mine.size() > 1 ? mine : List.of();
    }

    /// @param asked region asked for by who may see several
    static Scope of(Territories territories, Networks networks, @Nullable String asked) {
        var who = SignedIn.current();
        var regions = territories.regions();
        if (who.role() == Role.HEAD) {
            var network = networks.get(who.network());
            return new Scope(
                    network.regionCode(), network.shortName(), who.network().value(), false);
        }
        var region =
                regions.stream()
                        .filter(r ->
                                who.role() == Role.NATIONAL || who.regions().contains(r.code()))
                        .filter(r -> asked == null || r.code().equals(asked))
                        .max(Comparator.comparing(Territories.Region::drawn))
                        .map(Territories.Region::code)
                        .orElse(who.regions().stream().sorted().findFirst().orElse(""));
        var label =
                regions.stream()
                        .filter(r -> r.code().equals(region))
                        .findFirst()
                        .map(Territories.Region::divisionLabel)
                        .orElse("");
        return new Scope(region, label, null, who.role() == Role.AGENCY);
    }
}
