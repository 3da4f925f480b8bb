package fr.maillage.planning.internal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The rounds on the points of the communes, as an SVG drawn here: no tiles, nothing asked of
/// anybody else. North is up; a degree of longitude is as wide as it is there.
///
/// @param height for a width of 800
/// @param names of communes, for a screen
/// @param bigNames the same in the size a telephone needs, of those visited alone
/// @param words what it shows, for who does not see it: the list of the days says it whole
public record RoundMap(
        int height,
        List<Dot> dots,
        List<Label> names,
        List<Label> bigNames,
        List<Route> routes,
        List<Mark> marks,
        String words) {

    static final int WIDTH = 800;
    private static final int MARGIN = 34;
    private static final int SHORTEST = 300;
    private static final int TALLEST = 620;
    private static final int EDGE = 4;

    /// A commune nobody visits.
    public record Dot(String x, String y) {}

    /// The name of a commune.
    ///
    /// @param leader points of the line that leads to it, when it stands apart; null else
    public record Label(
            String x,
            String y,
            String anchor,
            String name,
            boolean visited,
            @Nullable String leader) {}

    /// From the office through the visits and back.
    public record Route(String tone, String points) {}

    /// Visits of one member in one commune.
    public record Mark(String tone, double x, double y, String words, String title) {}

    /// A point of the earth.
    record Point(double latitude, double longitude) {}

    /// What lies between two parallels and two meridians.
    record Part(double south, double north, double west, double east) {}

    /// Where points fall on the drawing.
    static final class Frame {
        private final double west;
        private final double north;
        private final double across;
        private final double scale;
        private final double left;
        private final int height;

        Frame(List<Point> points) {
            var south = points.stream().mapToDouble(Point::latitude).min().orElse(0) - .01;
            north = points.stream().mapToDouble(Point::latitude).max().orElse(0) + .01;
            west = points.stream().mapToDouble(Point::longitude).min().orElse(0) - .015;
            var east = points.stream().mapToDouble(Point::longitude).max().orElse(0) + .015;
            across = Math.cos(Math.toRadians((north + south) / 2));
            var wide = (east - west) * across;
            var high = north - south;
            scale = Math.min((WIDTH - 2.0 * MARGIN) / wide, (TALLEST - 2.0 * MARGIN) / high);
            height = Math.clamp(Math.round(high * scale) + 2 * MARGIN, SHORTEST, TALLEST);
            left = (WIDTH - wide * scale) / 2;
        }

        int height() {
            return height;
        }

        double x(Point p) {
            return left + (p.longitude() - west) * across * scale;
        }

        double y(Point p) {
            return MARGIN + (north - p.latitude()) * scale;
        }

        /// What the drawing shows, its edge left out.
        Part part() {
            return new Part(
                    latitude(height - EDGE),
                    latitude(EDGE),
                    longitude(EDGE),
                    longitude(WIDTH - EDGE));
        }

        private double latitude(double y) {
            return north - (y - MARGIN) / scale;
        }

        private double longitude(double x) {
            return west + (x - left) / (across * scale);
        }
    }

    /// A length of the drawing, to a tenth.
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// A line through points, set aside a little so that two lines on one road are both seen.
    static String line(Frame frame, List<Point> points, int rank) {
        var words = new ArrayList<String>();
        for (var p : points)
            words.add(number(frame.x(p) + 2.5 * rank) + "," + number(frame.y(p) + 2.5 * rank));
        return String.join(" ", words);
    }
}
