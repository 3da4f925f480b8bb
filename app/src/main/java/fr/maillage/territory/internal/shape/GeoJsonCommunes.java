package fr.maillage.territory.internal.shape;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads an official GeoJSON of communes, one feature in memory at a time. Points are put on a grid
/// of a thousandth of a degree (about a hundred metres): neighbours that share points share them
/// still, and a file of hundreds of megabytes becomes a few.
final class GeoJsonCommunes {

    /// Grid of the points kept, in degrees.
    private static final double GRID = 0.001;

    private static final List<String> CODES =
            List.of("code", "INSEE_COM", "insee_com", "code_insee", "insee", "codgeo", "CODGEO");

    /// @param rank of the feature in the file, from 1
    /// @param polygons coordinates of a MultiPolygon
    /// @param former codes of communes that were merged into it, when the file says them
    record Feature(int rank, String code, String polygons, Point inside, List<String> former) {}

    /// A point of the feature, to compare with the centre known.
    record Point(double latitude, double longitude) {}

    private final JsonMapper json;
    private final ObjectReader features; // one feature among others: tokens follow it

    GeoJsonCommunes(JsonMapper json) {
        this.json = json;
        this.features = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// Gives each feature that can be read to `kept`, and each other to `wrong` with its rank and
    /// the sentence why. Returns how many features there were. Throws [NotGeoJson] for a file that
    /// is no collection of features, or that ends in the middle of one (the rank says where).
    int read(
            InputStream in,
            java.util.function.Consumer<Feature> kept,
            BiConsumer<Integer, String> wrong) {
        int rank = 0;
        try (var parser = json.createParser(in)) {
            if (!toFeatures(parser)) throw new NotGeoJson(0);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) throw new NotGeoJson(rank);
                rank++;
                feature(rank, features.readTree(parser), kept, wrong);
            }
            return rank;
        } catch (JacksonException _) {
            throw new NotGeoJson(rank);
        }
    }

    private static boolean toFeatures(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) return false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var features = parser.currentName().equals("features");
            if (parser.nextToken() == JsonToken.START_ARRAY && features) return true;
            parser.skipChildren();
        }
        return false;
    }

    private static void feature(
            int rank,
            JsonNode node,
            java.util.function.Consumer<Feature> kept,
            BiConsumer<Integer, String> wrong) {
        var code = code(node);
        if (code == null) {
            wrong.accept(rank, ShapeText.NO_CODE);
            return;
        }
        var geometry = node.path("geometry");
        var type = geometry.path("type").asString("");
        var coordinates = geometry.path("coordinates");
        if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
            wrong.accept(rank, ShapeText.notASurface(code));
            return;
        }
        var polygons = new ArrayList<String>();
        var first = new double[] {Double.NaN, Double.NaN};
        for (var polygon : type.equals("Polygon") ? List.of(coordinates) : coordinates.values()) {
            var rings = new ArrayList<String>();
            for (var ring : polygon.values()) {
                var points = ring(ring, first);
                if (points == null) {
                    wrong.accept(rank, ShapeText.outOfTheEarth(code));
                    return;
                }
                if (!points.isEmpty()) rings.add(points);
                else if (rings.isEmpty()) break; // too small an island for the grid
            }
            if (!rings.isEmpty()) polygons.add("[" + String.join(",", rings) + "]");
        }
        if (polygons.isEmpty()) {
            wrong.accept(rank, ShapeText.empty(code));
            return;
        }
        kept.accept(
                new Feature(
                        rank,
                        code,
                        "[" + String.join(",", polygons) + "]",
                        new Point(first[1], first[0]),
                        former(node)));
    }

    private static @Nullable String code(JsonNode feature) {
        var properties = feature.path("properties");
        for (var name : CODES) {
            var value = properties.path(name).asString("").strip();
            if (value.matches("\\d[0-9AB]\\d{3}")) return value;
        }
        return null;
    }

    private static List<String> former(JsonNode feature) {
        return feature.path("properties").path("anciensCodes").values().stream()
                .map(n -> n.asString(""))
                .toList();
    }

    // null when a point is not on the earth; empty when nothing is left on the grid
    private static @Nullable String ring(JsonNode ring, double[] first) {
        var points = new ArrayList<long[]>();
        for (var point : ring.values()) {
            var longitude = point.path(0).asDouble(Double.NaN);
            var latitude = point.path(1).asDouble(Double.NaN);
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return null;
            if (Double.isNaN(first[0])) {
                first[0] = longitude;
                first[1] = latitude;
            }
            var on = new long[] {Math.round(longitude / GRID), Math.round(latitude / GRID)};
            var last = points.isEmpty() ? null : points.getLast();
            if (last == null || last[0] != on[0] || last[1] != on[1]) points.add(on);
        }
        if (points.size() < 4) return "";
        var text = new StringBuilder("[");
        for (var p : points) {
            if (text.length() > 1) text.append(',');
            text.append(String.format(Locale.ROOT, "[%.3f,%.3f]", p[0] * GRID, p[1] * GRID));
        }
        var end = points.getLast();
        var start = points.getFirst();
        if (end[0] != start[0] || end[1] != start[1])
            text.append(
                    String.format(Locale.ROOT, ",[%.3f,%.3f]", start[0] * GRID, start[1] * GRID));
        return text.append(']').toString();
    }

    /// The file is no collection of features, or stops in the middle of one.
    static final class NotGeoJson extends RuntimeException {

        @java.io.Serial private static final long serialVersionUID = 1L;

        private final int rank;

        NotGeoJson(int rank) {
            super("not a collection of features", null, false, false);
            this.rank = rank;
        }

        /// Features read before.
        int rank() {
            return rank;
        }
    }
}
