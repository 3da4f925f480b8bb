package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Place;
import fr.maillage.kernel.GreatCircle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Communes of the country as the search needs them, by their words and those around one, kept in
/// memory until one changes.
@Component
class PlacesAround {

    private final JdbcClient sql;
    private final Fresh<Gazetteer> communes;

    PlacesAround(JdbcClient sql) {
        this.sql = sql;
        this.communes = new Fresh<>(this::version, this::read);
    }

    private String version() {
        return sql.sql("select version from territory.commune_version")
                .query((row, _) -> row.getString(1))
                .single();
    }

    private Gazetteer read() {
        return new Gazetteer(
                sql.sql(
                                "select code, name, search, postcodes, coalesce(population, -1) as population, edition, latitude, longitude from territory.commune")
                        .query((row, _) -> commune(row))
                        .list());
    }

    /// As they are now: asked once a search.
    Gazetteer current() {
        return communes.get();
    }

    /// Great-circle distance in metres, degrees given.
    static int metres(double latitude, double longitude, double toLatitude, double toLongitude) {
        return (int) Math.round(GreatCircle.metres(latitude, longitude, toLatitude, toLongitude));
    }

    private static Gazetteer.Commune commune(ResultSet row) throws SQLException {
        var postcodes = List.of((String[]) row.getArray("postcodes").getArray());
        return new Gazetteer.Commune(
                new Place(
                        row.getString("code"),
                        row.getString("name"),
                        postcodes.isEmpty() ? null : postcodes.getFirst(),
                        row.getObject("latitude") == null ? null : row.getDouble("latitude"),
                        row.getObject("longitude") == null ? null : row.getDouble("longitude")),
                row.getString("search"),
                postcodes,
                row.getInt("population"),
                row.getInt("edition"));
    }
}
