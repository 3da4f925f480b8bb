package fr.maillage.directory.internal.ror;

/// Whether a point stands in France, overseas included: boxes drawn wide around each part (degrees,
/// WGS 84), enough to tell latitude and longitude exchanged, zero, or another country's far away.
final class France {

    /// South, north, west, east.
    private static final double[][] PARTS = {
        {41.2, 51.2, -5.3, 9.7}, // mainland and Corsica
        {14.3, 18.2, -63.2, -60.7}, // Antilles
        {2.0, 6.0, -54.7, -51.5}, // Guyane
        {-21.5, -20.8, 55.1, 55.9}, // La Réunion
        {-13.1, -12.5, 44.9, 45.4}, // Mayotte
        {46.7, 47.2, -56.5, -56.1}, // Saint-Pierre-et-Miquelon
        {-28.0, -7.0, -155.0, -134.0}, // Polynésie
        {-23.0, -19.0, 163.0, 169.0}, // Nouvelle-Calédonie
        {-14.5, -13.0, -178.3, -176.0} // Wallis-et-Futuna
    };

    private France() {}

    static boolean holds(double latitude, double longitude) {
        for (var part : PARTS)
            if (latitude >= part[0]
                    && latitude <= part[1]
                    && longitude >= part[2]
                    && longitude <= part[3]) return true;
        return false;
    }
}
