package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Communes of the country as the search needs them: by their words, and those around one.
@Component
class PlacesAround {

    private static final String COLUMNS =
            "c.code, c.name, c.postcodes[1] as postcode, c.latitude, c.longitude";

    /// Mean radius of the Earth, in metres.
    private static final double EARTH = 6_371_009;

    /// Metres of a degree of latitude, on a sphere of this radius.
    private static final double DEGREE = EARTH * Math.PI / 180;

    private final JdbcClient sql;

    PlacesAround(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Place> find(String code) {
        return sql.sql("select " + COLUMNS + " from territory.commune c where c.code = :code")
                .param("code", code)
                .query((row, _) -> place(row))
                .optional();
    }

    /// The commune meant by each of these names (comparable) or postcodes: of the département of
    /// `near` when there is one, else the most populated. Those that are none are not in it.
    Map<String, Place> named(Collection<String> keys, @Nullable String near) {
        var found = new HashMap<String, Place>();
        sql.sql(
                        """
                        select distinct on (f.key) f.key, %s
                          from (select search as key, code from territory.commune where search = any (:keys)
                                union all
                                select k.key, c.code from unnest(:postcodes) k(key) join territory.commune c on c.postcodes @> array[cast(k.key as text)]) f
                          join territory.commune c on c.code = f.code
                         order by f.key, c.edition desc, left(c.code, 2) = :departement desc, c.population desc nulls last, c.code
                        """
                                .formatted(COLUMNS))
                .param("keys", keys.toArray(String[]::new))
                .param(
                        "postcodes",
                        keys.stream().filter(k -> k.matches("\\d{5}")).toArray(String[]::new))
                .param(
                        "departement",
                        near == null ? "" : near.substring(0, Math.min(2, near.length())))
                .query(row -> {
                    found.put(row.getString("key"), place(row));
                });
        return found;
    }

    /// The most populated commune whose name begins so; empty for fewer than three letters.
    Optional<Place> beginning(String key, @Nullable String near) {
        if (key.length() < 3) return Optional.empty();
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from territory.commune c where c.search like :beginning"
                                + " order by c.edition desc, left(c.code, 2) = :departement desc, c.population desc nulls last limit 1")
                .param("beginning", key + "%")
                .param(
                        "departement",
                        near == null ? "" : near.substring(0, Math.min(2, near.length())))
                .query((row, _) -> place(row))
                .optional();
    }

    /// Codes of the communes whose point is at most `km` away, the nearest first, with the metres
    /// between; itself first, at 0. First those of a box around, which an index gives; then the
    /// distance on the sphere.
    Map<String, Integer> around(Place centre, int km) {
        var near = new LinkedHashMap<String, Integer>();
        near.put(centre.code(), 0);
        var latitude = centre.latitude();
        var longitude = centre.longitude();
        if (km == 0 || latitude == null || longitude == null) return near;
        double reach = km * 1000d / DEGREE;
        double wide = reach / Math.max(0.1, Math.cos(Math.toRadians(latitude)));
        sql
                .sql(
                        """
                        select c.code, c.latitude, c.longitude from territory.commune c
                         where c.latitude between :south and :north and c.longitude between :west and :east and c.code <> :centre
                        """)
                .param("south", latitude - reach)
                .param("north", latitude + reach)
                .param("west", longitude - wide)
                .param("east", longitude + wide)
                .param("centre", centre.code())
                .query((row, _) ->
                        Map.entry(
                                row.getString("code"),
                                metres(
                                        latitude,
                                        longitude,
                                        row.getDouble("latitude"),
                                        row.getDouble("longitude"))))
                .list()
                .stream()
                .filter(one -> one.getValue() <= km * 1000)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry::getKey))
                .forEach(one -> near.put(one.getKey(), one.getValue()));
        return near;
    }

    /// Great-circle distance in metres, degrees given.
    static int metres(double latitude, double longitude, double toLatitude, double toLongitude) {
        double up = Math.toRadians(toLatitude - latitude) / 2;
        double across = Math.toRadians(toLongitude - longitude) / 2;
        double h =
                Math.pow(Math.sin(up), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(toLatitude))
                                * Math.pow(Math.sin(across), 2);
        return (int) Math.round(2 * EARTH * Math.asin(Math.sqrt(h)));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("code"),
                row.getString("name"),
                row.getString("postcode"),
                row.getObject("latitude") == null ? null : row.getDouble("latitude"),
                row.getObject("longitude") == null ? null : row.getDouble("longitude"));
    }
}
