package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The communes of the country in memory: 35,000 lines, some ten megabytes, that nearly every
/// search asks for several times.
final class Gazetteer {

    /// Metres of a degree of latitude, a little fewer than anywhere: what is within so many degrees
    /// is measured, what is not is too far.
    private static final double DEGREE = 110_500;

    /// Inhabitants of a town known by its name alone.
    private static final int TOWN = 20_000;

    private final Map<String, Place> byCode = new HashMap<>();
    private final NavigableMap<String, List<Commune>> byName = new TreeMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    private final double[] latitudes;
    private final List<Place> northward;

    /// @param search its name, comparable
    /// @param population −1 when unknown
    /// @param edition year of the last list of communes that names it
    record Commune(
            Place place, String search, Collection<String> postcodes, int population, int edition) {

        private boolean in(String departement) {
            return place.code().startsWith(departement);
        }
    }

    Gazetteer(Collection<Commune> communes) {
        for (var one : communes) {
            byCode.put(one.place().code(), one.place());
            byName.computeIfAbsent(one.search(), _ -> new ArrayList<>(1)).add(one);
            for (var postcode : one.postcodes())
                byPostcode.computeIfAbsent(postcode, _ -> new ArrayList<>(1)).add(one);
        }
        northward =
                byCode.values().stream()
                        .filter(place -> place.latitude() != null && place.longitude() != null)
                        .sorted(Comparator.comparingDouble(Gazetteer::latitude))
                        .toList();
        latitudes = northward.stream().mapToDouble(Gazetteer::latitude).toArray();
    }

    private static double latitude(Place place) {
        return place.latitude() == null ? 0 : place.latitude();
    }

    private static double longitude(Place place) {
        return place.longitude() == null ? 0 : place.longitude();
    }

    Optional<Place> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The commune meant by each of these names (comparable) or postcodes: of the département of
    /// `near` when there is one, else the most populated. Those that are none are not in it.
    Map<String, Place> named(Collection<String> keys, @Nullable String near) {
        var found = new HashMap<String, Place>();
        for (var key : keys)
            Stream.of(byName, byPostcode)
                    .flatMap(by -> by.getOrDefault(key, List.of()).stream())
                    .min(meant(near))
                    .ifPresent(one -> found.put(key, one.place()));
        return found;
    }

    /// The most populated commune whose name begins so; empty for fewer than three letters.
    Optional<Place> beginning(String key, @Nullable String near) {
        if (key.length() < 3) return Optional.empty();
        return byName.subMap(key, key + '{').values().stream()
                .flatMap(List::stream)
                .min(meant(near))
                .map(Commune::place);
    }

    /// Codes of the communes whose names begin so, the most populated first, at most `many`.
    List<String> allBeginning(String key, int many) {
        return byName.subMap(key, key + '{').values().stream()
                .flatMap(List::stream)
                .sorted(
                        Comparator.comparingInt((Commune one) -> -one.population())
                                .thenComparing(one -> one.place().code()))
                .limit(many)
                .map(one -> one.place().code())
                .toList();
    }

    /// Whether a town everybody knows bears this name (comparable): Lille beside a name is the
    /// town, though some are called so.
    boolean town(String key) {
        return byName.getOrDefault(key, List.of()).stream()
                .anyMatch(one -> one.population() >= TOWN);
    }

    /// Those of today first, then those of the département of who asks, then the most populated.
    private static Comparator<Commune> meant(@Nullable String near) {
        var departement = near == null ? "?" : near.substring(0, Math.min(2, near.length()));
        return Comparator.comparingInt((Commune one) -> -one.edition())
                .thenComparing(one -> !one.in(departement))
                .thenComparingInt(one -> -one.population())
                .thenComparing(one -> one.place().code());
    }

    /// Codes of the communes whose point is at most `km` away, the nearest first, with the metres
    /// between; itself first, at 0.
    Map<String, Integer> around(Place centre, int km) {
        var near = new LinkedHashMap<String, Integer>();
        near.put(centre.code(), 0);
        if (km == 0 || centre.latitude() == null || centre.longitude() == null) return near;
        double reach = km * 1000 / DEGREE;
        var found = new ArrayList<Map.Entry<String, Integer>>();
        for (int i = first(latitude(centre) - reach);
                i < latitudes.length && latitudes[i] <= latitude(centre) + reach;
                i++) {
            var place = northward.get(i);
            int metres =
                    PlacesAround.metres(
                            latitude(centre), longitude(centre), latitude(place), longitude(place));
            if (metres <= km * 1000 && !place.code().equals(centre.code()))
                found.add(Map.entry(place.code(), metres));
        }
        found.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey));
        for (var one : found) near.put(one.getKey(), one.getValue());
        return near;
    }

    /// The first of those no further south than this.
    private int first(double latitude) {
        int low = 0;
        int high = latitudes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latitudes[middle] < latitude) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
