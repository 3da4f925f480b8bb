package fr.maillage.territory.internal.shape;

import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The outlines of a region's communes as GeoJSON: the shape that was loaded, else a cell. Made
/// once for a set of communes, and again when shapes were loaded.
@Component
@Transactional(readOnly = true)
class Contours {

    /// Sets of communes kept: one a region and redraw that added or lost some.
    private static final int KEPT = 40;

    private final JdbcClient sql;
    private final Territories territories;
    private final JsonMapper json;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, String>> shapes = new AtomicReference<>(Map.of());
    private final AtomicReference<String> loaded = new AtomicReference<>("");

    Contours(JdbcClient sql, Territories territories, JsonMapper json) {
        this.sql = sql;
        this.territories = territories;
        this.json = json;
    }

    /// @param version changes with the outlines and with nothing else: an ETag
    record Drawn(String version, byte[] geojson) {}

    Drawn of(String region, LocalDate day) {
        var communes = List.copyOf(territories.tree(region, day).communes().values());
        var version = shapesVersion();
        var key =
                Integer.toHexString(communes.stream().map(Tree.Commune::code).toList().hashCode())
                        + "-"
                        + Integer.toHexString(version.hashCode());
        if (made.size() > KEPT) made.clear();
        return new Drawn(key, made.computeIfAbsent(key, _ -> draw(communes)));
    }

    // what was loaded last; read again only when a load came since
    private String shapesVersion() {
        var last =
                sql.sql("select coalesce(max(id::text), '') from territory.shape_load")
                        .query((row, _) -> row.getString(1))
                        .single();
        if (!last.equals(loaded.get())) {
            var read = new HashMap<String, String>();
            sql.sql("select commune_code, polygons from territory.shape")
                    .query((row, _) ->
                            read.put(row.getString("commune_code"), row.getString("polygons")))
                    .list();
            shapes.set(Map.copyOf(read));
            loaded.set(last);
        }
        return last;
    }

    private byte[] draw(List<Tree.Commune> communes) {
        var cells =
                Cells.of(
                        communes.stream()
                                .map(c ->
                                        new Cells.Site(
                                                c.latitude(),
                                                c.longitude(),
                                                c.area() > 0 ? c.area() : 10))
                                .toList());
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < communes.size(); i++) {
            var commune = communes.get(i);
            if (i > 0) text.append(',');
            text.append("{\"type\":\"Feature\",\"id\":\"")
                    .append(commune.code())
                    .append("\",\"properties\":{\"name\":")
                    .append(json.writeValueAsString(commune.name()))
                    .append("},\"geometry\":{\"type\":");
            var shape = shapes.get().get(commune.code());
            if (shape != null) text.append("\"MultiPolygon\",\"coordinates\":").append(shape);
            else {
                text.append("\"Polygon\",\"coordinates\":[");
                ring(cells.get(i), text);
                text.append(']');
            }
            text.append("}}");
        }
        return text.append("]}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void ring(List<double[]> ring, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < ring.size(); i++) {
            if (i > 0) text.append(',');
            text.append(String.format(Locale.ROOT, "[%.4f,%.4f]", ring.get(i)[0], ring.get(i)[1]));
        }
        text.append(']');
    }
}
