package fr.maillage.indicators.internal;

/// When the file active of a theme is low beside the national figures of 2010: the reason to look
/// at how complex its situations are, never a judgement by itself. Source: guide DGOS 2012, fiche
/// L1 §2 b (« faible au regard des moyennes »); partie 1 §1 C for the floor of gerontology.
final class LowFile {

    private static final String GERONTOLOGY = "GERONTOLOGIE";
    private static final long GERONTOLOGY_FLOOR = 150;

    private LowFile() {}

    /// Persons under which the file of this theme is low; 0, nothing is, where no mean is known.
    ///
    /// @param percent of the mean
    static long floor(String theme, long mean, int percent) {
        return theme.equals(GERONTOLOGY) ? GERONTOLOGY_FLOOR : Math.round(mean * percent / 100.0);
    }
}
