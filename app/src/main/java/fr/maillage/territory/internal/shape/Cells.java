package fr.maillage.territory.internal.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A cell around each centre: the points that are nearer to it than to any other (Voronoi), no
/// further than a radius told by the area of the commune, so that the region keeps its outline. A
/// cell is that disc, cut by the line halfway to each neighbour: neighbours share their edges
/// exactly, and nothing has to be clipped or simplified afterwards.
final class Cells {

    /// A centre, in degrees; area in km².
    record Site(double latitude, double longitude, double area) {}

    private static final double KM_PER_DEGREE = 111.32;
    private static final double LEAST_KM = 3.6;
    private static final double TIMES_ITS_RADIUS = 2.2;
    private static final int SIDES = 24;

    private record Point(double x, double y) {}

    private Cells() {}

    /// The cell of each site, in the same order: a ring of longitude and latitude, its first point
    /// repeated at the end. Two sites at one place share nothing: the second is drawn over the
    /// first.
    static List<List<double[]>> of(List<Site> sites) {
        var across =
                Math.cos(
                        Math.toRadians(
                                sites.stream().mapToDouble(Site::latitude).average().orElse(0)));
        var points =
                sites.stream().map(s -> new Point(s.longitude() * across, s.latitude())).toList();
        var cells = new ArrayList<List<double[]>>();
        for (int i = 0; i < sites.size(); i++)
            cells.add(ring(cell(points, i, radius(sites.get(i))), across));
        return cells;
    }

    private static double radius(Site site) {
        return Math.max(LEAST_KM, TIMES_ITS_RADIUS * Math.sqrt(site.area() / Math.PI))
                / KM_PER_DEGREE;
    }

    private static List<Point> cell(List<Point> points, int at, double radius) {
        var centre = points.get(at);
        var cell = new ArrayList<Point>();
        for (int side = 0; side < SIDES; side++) {
            var angle = 2 * Math.PI * side / SIDES;
            cell.add(
                    new Point(
                            centre.x() + radius * Math.cos(angle),
                            centre.y() + radius * Math.sin(angle)));
        }
        var near =
                IntStream.range(0, points.size())
                        .filter(j -> j != at && far(centre, points.get(j)) < 2 * radius)
                        .boxed()
                        .sorted(Comparator.comparing(j -> far(centre, points.get(j))))
                        .toList();
        List<Point> left = cell;
        for (var neighbour : near) {
            var other = points.get(neighbour);
            var reach = left.stream().mapToDouble(p -> far(centre, p)).max().orElse(0);
            var distance = far(centre, other);
            if (distance / 2 >= reach) break;
            if (distance > 0) left = cut(left, centre, other);
        }
        return left;
    }

    /// What of a convex ring is nearer to `centre` than to `other`.
    private static List<Point> cut(List<Point> ring, Point centre, Point other) {
        var kept = new ArrayList<Point>();
        for (int i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            var before = beyond(from, centre, other);
            var after = beyond(to, centre, other);
            if (before <= 0) kept.add(from);
            if (before < 0 && after > 0 || before > 0 && after < 0) {
                var part = before / (before - after);
                kept.add(
                        new Point(
                                from.x() + part * (to.x() - from.x()),
                                from.y() + part * (to.y() - from.y())));
            }
        }
        return kept;
    }

    // positive on the side of the other centre
    private static double beyond(Point p, Point centre, Point other) {
        return (p.x() - (centre.x() + other.x()) / 2) * (other.x() - centre.x())
                + (p.y() - (centre.y() + other.y()) / 2) * (other.y() - centre.y());
    }

    private static double far(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static List<double[]> ring(List<Point> cell, double across) {
        var ring = new ArrayList<double[]>();
        for (var p : cell) ring.add(new double[] {p.x() / across, p.y()});
        if (!ring.isEmpty()) ring.add(ring.getFirst());
        return ring;
    }
}
