package fr.maillage.kernel;

/// Distance on a sphere: as the crow flies. Two points of France are told apart to some metres in a
/// kilometre. In SQL, `territory.metres` says the same.
public final class GreatCircle {

    private static final double EARTH_METRES = 6_371_000;

    private GreatCircle() {}

    /// Metres between two points, in degrees.
    public static double metres(
            double latitude, double longitude, double otherLatitude, double otherLongitude) {
        var from = Math.toRadians(latitude);
        var to = Math.toRadians(otherLatitude);
        var half =
                Math.pow(Math.sin((to - from) / 2), 2)
                        + Math.cos(from)
                                * Math.cos(to)
                                * Math.pow(
                                        Math.sin(Math.toRadians(otherLongitude - longitude) / 2),
                                        2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(half));
    }
}
