package fr.maillage.directory.internal.load;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Points of the FINESS extraction, in metres of the projection of their territory, as latitude and
/// longitude: Lambert 93 in mainland France and Corsica, UTM overseas. A point far from the
/// territory of its projection is none.
///
/// Lambert 93: conformal conic of two parallels (44° and 49°), constants of the IGN (NT/G 71 and
/// the definition of RGF93). UTM: the usual series on the ellipsoid GRS80, good to a centimetre
/// inside a zone.
final class Projections {

    private static final double A = 6_378_137;
    private static final double E2 = 0.006694380022900787; // GRS80
    private static final double E = Math.sqrt(E2);

    // Lambert 93
    private static final double N = 0.7256077650532670;
    private static final double C = 11_754_255.4261;
    private static final double XS = 700_000;
    private static final double YS = 12_655_612.0499;
    private static final double MERIDIAN = Math.toRadians(3);

    private static final Pattern UTM = Pattern.compile("UTM_?([NS]?)_?(\\d{2})_?([NS]?)");

    /// South, north, west, east of what each projection is used for.
    private static final Map<String, double[]> TERRITORIES =
            Map.of(
                    "LAMBERT_93", new double[] {41, 51.5, -5.5, 10},
                    "UTM_20N", new double[] {14, 18.5, -63.5, -60.5},
                    "UTM_21N", new double[] {46.5, 47.5, -57, -56},
                    "UTM_22N", new double[] {2, 6, -55, -51},
                    "UTM_40S", new double[] {-21.5, -20.5, 55, 56},
                    "UTM_38S", new double[] {-13.2, -12.4, 44.8, 45.5});

    private Projections() {}

    /// @param latitude degrees, five decimals: about a metre
    record Point(String latitude, String longitude) {}

    /// @param source where the point comes from; ends with its projection (`…,LAMBERT_93`)
    static Optional<Point> point(String x, String y, String source) {
        if (!x.matches("-?\\d{1,9}([.,]\\d*)?") || !y.matches("-?\\d{1,9}([.,]\\d*)?"))
            return Optional.empty();
        var east = Double.parseDouble(x.replace(',', '.'));
        var north = Double.parseDouble(y.replace(',', '.'));
        var name = source.toUpperCase(Locale.ROOT);
        var utm = UTM.matcher(name);
        if (name.contains("LAMBERT_93") || name.contains("LAMBERT93"))
            return inside("LAMBERT_93", lambert(east, north));
        if (!utm.find()) return Optional.empty();
        var side = utm.group(1).isEmpty() ? utm.group(3) : utm.group(1);
        var zone = Integer.parseInt(utm.group(2));
        return inside("UTM_" + zone + side, utm(east, north, zone, side.equals("S")));
    }

    private static Optional<Point> inside(String projection, double[] point) {
        var edges = TERRITORIES.get(projection);
        if (edges == null
                || !(point[0] >= edges[0] && point[0] <= edges[1])
                || !(point[1] >= edges[2] && point[1] <= edges[3])) return Optional.empty();
        return Optional.of(
                new Point(
                        String.format(Locale.ROOT, "%.5f", point[0]),
                        String.format(Locale.ROOT, "%.5f", point[1])));
    }

    /// Latitude and longitude in degrees of a point of Lambert 93.
    private static double[] lambert(double x, double y) {
        double r = Math.hypot(x - XS, y - YS);
        double angle = Math.atan2(x - XS, YS - y);
        double isometric = -Math.log(r / C) / N;
        double latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
        for (int i = 0; i < 12; i++) {
            double s = E * Math.sin(latitude);
            latitude =
                    2 * Math.atan(Math.pow((1 + s) / (1 - s), E / 2) * Math.exp(isometric))
                            - Math.PI / 2;
        }
        return new double[] {Math.toDegrees(latitude), Math.toDegrees(MERIDIAN + angle / N)};
    }

    /// Latitude and longitude in degrees of a point of a UTM zone.
    private static double[] utm(double x, double y, int zone, boolean south) {
        double second = E2 / (1 - E2);
        double m = (south ? y - 10_000_000 : y) / 0.9996;
        double mu = m / (A * (1 - E2 / 4 - 3 * E2 * E2 / 64 - 5 * E2 * E2 * E2 / 256));
        double e1 = (1 - Math.sqrt(1 - E2)) / (1 + Math.sqrt(1 - E2));
        double foot =
                mu
                        + (3 * e1 / 2 - 27 * Math.pow(e1, 3) / 32) * Math.sin(2 * mu)
                        + (21 * e1 * e1 / 16 - 55 * Math.pow(e1, 4) / 32) * Math.sin(4 * mu)
                        + 151 * Math.pow(e1, 3) / 96 * Math.sin(6 * mu)
                        + 1097 * Math.pow(e1, 4) / 512 * Math.sin(8 * mu);
        double sin = Math.sin(foot);
        double cos = Math.cos(foot);
        double t = Math.pow(Math.tan(foot), 2);
        double c = second * cos * cos;
        double n = A / Math.sqrt(1 - E2 * sin * sin);
        double r = A * (1 - E2) / Math.pow(1 - E2 * sin * sin, 1.5);
        double d = (x - 500_000) / (n * 0.9996);
        double latitude =
                foot
                        - n
                                * Math.tan(foot)
                                / r
                                * (d * d / 2
                                        - (5 + 3 * t + 10 * c - 4 * c * c - 9 * second)
                                                * Math.pow(d, 4)
                                                / 24
                                        + (61
                                                        + 90 * t
                                                        + 298 * c
                                                        + 45 * t * t
                                                        - 252 * second
                                                        - 3 * c * c)
                                                * Math.pow(d, 6)
                                                / 720);
        double longitude =
                (d
                                - (1 + 2 * t + c) * Math.pow(d, 3) / 6
                                + (5 - 2 * c + 28 * t - 3 * c * c + 8 * second + 24 * t * t)
                                        * Math.pow(d, 5)
                                        / 120)
                        / cos;
        return new double[] {Math.toDegrees(latitude), zone * 6 - 183 + Math.toDegrees(longitude)};
    }
}
