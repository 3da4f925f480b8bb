package fr.maillage.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A region cut into zones of any depth, at a day.
///
/// @param zones each after its parent, the region first, in their order
/// @param communes by code, those that stand in a zone
public record Tree(List<Zone> zones, Map<String, Commune> communes) {

    /// @param kind REGION, TERRITOIRE, ZONE… ; `kindLabel` in words
    /// @param depth 0 for the region
    public record Zone(
            String code,
            String label,
            String kind,
            String kindLabel,
            @Nullable String parent,
            int depth) {}

    /// @param zone the lowest zone it stands in
    /// @param people population of the nearest year known; null when none is
    /// @param year of that population
    public record Commune(
            String code,
            String name,
            String zone,
            double latitude,
            double longitude,
            double area,
            @Nullable Integer people,
            @Nullable Integer year,
            @Nullable String source) {}

    public Tree {
        zones = List.copyOf(zones);
        communes = new LinkedHashMap<>(communes);
    }

    /// A zone of this day; null when there is none of that code.
    public @Nullable Zone zone(String code) {
        return zones.stream().filter(z -> z.code().equals(code)).findFirst().orElse(null);
    }

    /// A zone and all that stand under it.
    public Set<String> down(String code) {
        var under = new HashSet<String>(Set.of(code));
        // parents come before their children
        for (var zone : zones)
            if (zone.parent() != null && under.contains(zone.parent())) under.add(zone.code());
        return under;
    }

    /// Codes of the communes of a zone, or the commune itself when the code is one.
    public List<String> communesOf(String code) {
        if (communes.containsKey(code)) return List.of(code);
        var zones = down(code);
        return communes.values().stream()
                .filter(c -> zones.contains(c.zone()))
                .map(Commune::code)
                .toList();
    }

    /// Codes of every zone and commune: all that an area may be declared on here.
    public Set<String> places() {
        var places = new HashSet<String>(communes.keySet());
        zones.forEach(zone -> places.add(zone.code()));
        return places;
    }

    /// The zone of a kind above a zone, or itself; null when there is none.
    public @Nullable Zone above(String zone, String kind) {
        var byCode = new HashMap<String, Zone>();
        zones.forEach(z -> byCode.put(z.code(), z));
        var at = byCode.get(zone);
        while (at != null && !at.kind().equals(kind))
            at = at.parent() == null ? null : byCode.get(at.parent());
        return at;
    }

    /// Inhabitants of each zone, what stands under it included.
    public Map<String, Long> people() {
        var people = new HashMap<String, Long>();
        for (var commune : communes.values())
            if (commune.people() != null)
                people.merge(commune.zone(), (long) commune.people(), Long::sum);
        for (var zone : zones.reversed())
            if (zone.parent() != null)
                people.merge(zone.parent(), people.getOrDefault(zone.code(), 0L), Long::sum);
        return people;
    }

    /// Zones of a kind, in their order.
    public List<Zone> of(String kind) {
        return zones.stream().filter(z -> z.kind().equals(kind)).toList();
    }

    /// Where the populations come from, each once.
    public List<String> sources() {
        var sources = new ArrayList<String>();
        for (var commune : communes.values()) {
            if (commune.source() == null) continue;
            var words = commune.year() + "\u00A0: " + Objects.requireNonNull(commune.source());
            if (!sources.contains(words)) sources.add(words);
        }
        return sources;
    }
}
