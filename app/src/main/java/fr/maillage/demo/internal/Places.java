package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The real communes, drawn with a chance in proportion to their population.
final class Places {

    private final Map<String, Commune> byCode = new HashMap<>();
    private final Map<String, List<Commune>> byZone = new HashMap<>();

    private Places(List<Commune> communes) {
        for (var commune : communes) {
            byCode.put(commune.code(), commune);
            byZone.computeIfAbsent(commune.zone(), _ -> new ArrayList<>()).add(commune);
        }
        byZone.values().forEach(list -> list.sort(Comparator.comparing(Commune::code)));
    }

    static Places read(Connection connection) throws SQLException {
        var communes = new ArrayList<Commune>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select code, name, postcodes[1], coalesce(population, 100), zone_code
                                from territory.commune where zone_code is not null and cardinality(postcodes) > 0 order by code
                                """)) {
            while (rows.next()) {
                communes.add(
                        new Commune(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getInt(4),
                                rows.getString(5)));
            }
        }
        return new Places(communes);
    }

    Commune get(String code) {
        var commune = byCode.get(code);
        if (commune == null) throw new IllegalArgumentException("no commune " + code);
        return commune;
    }

    /// Every commune of some zones, in the order of their codes.
    List<Commune> of(List<String> zones) {
        return zones.stream()
                .flatMap(zone -> byZone.getOrDefault(zone, List.of()).stream())
                .toList();
    }

    /// One commune of some zones.
    Commune draw(List<String> zones, RandomGenerator random) {
        var communes = of(zones);
        int total = communes.stream().mapToInt(Commune::population).sum();
        int at = random.nextInt(total);
        for (var commune : communes) {
            at -= commune.population();
            if (at < 0) return commune;
        }
        throw new IllegalStateException("populations do not add up");
    }
}
