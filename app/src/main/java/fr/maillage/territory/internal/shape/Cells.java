package fr.maillage.territory.internal.shape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// A cell around each centre: the points that are nearer to it than to any other (Voronoi), no
/// further than a radius told by the area of the commune, so that the region keeps its outline.
final class Cells {

    /// A centre, in degrees; area in km².
    record Site(double latitude, double longitude, double area) {}

    private static final double KM_PER_DEGREE = 111.32;
    private static final double LEAST_KM = 3.6;
    private static final double TIMES_ITS_RADIUS = 2.2;
    private static final int SIDES_OF_A_QUARTER = 6;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private Cells() {}

    /// The cell of each site, in the same order: a ring of longitude and latitude, its first point
    /// repeated at the end. Two sites at one place have the same cell.
    static List<List<double[]>> of(List<Site> sites) {
        // degrees of longitude as long as those of latitude, or cells would be stretched
        var across =
                Math.cos(
                        Math.toRadians(
                                sites.stream().mapToDouble(Site::latitude).average().orElse(0)));
        var cells = diagram(sites.stream().map(s -> centre(s, across)).toList());
        return sites.stream()
                .map(s -> {
                    var centre = centre(s, across);
                    var cell = cells.get(centre);
                    var disc = SHAPES.createPoint(centre).buffer(radius(s), SIDES_OF_A_QUARTER);
                    return ring(cell == null ? disc : cell.intersection(disc), across);
                })
                .toList();
    }

    private static Map<Coordinate, Geometry> diagram(List<Coordinate> centres) {
        var cells = new HashMap<Coordinate, Geometry>();
        // one centre alone has no neighbour to be cut by
        if (centres.stream().distinct().count() < 2) return cells;
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(centres);
        var around = new Envelope();
        centres.forEach(around::expandToInclude);
        around.expandBy(around.getDiameter());
        builder.setClipEnvelope(around);
        var diagram = builder.getDiagram(SHAPES);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            var cell = diagram.getGeometryN(i);
            if (cell.getUserData() instanceof Coordinate centre) cells.put(centre, cell);
        }
        return cells;
    }

    private static Coordinate centre(Site site, double across) {
        return new Coordinate(site.longitude() * across, site.latitude());
    }

    private static double radius(Site site) {
        return Math.max(LEAST_KM, TIMES_ITS_RADIUS * Math.sqrt(site.area() / Math.PI))
                / KM_PER_DEGREE;
    }

    private static List<double[]> ring(Geometry cell, double across) {
        return Arrays.stream(cell.getCoordinates())
                .map(p -> new double[] {p.x / across, p.y})
                .toList();
    }
}
