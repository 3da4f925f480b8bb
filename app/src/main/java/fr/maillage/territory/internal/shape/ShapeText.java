package fr.maillage.territory.internal.shape;

import fr.maillage.kernel.Typography;

/// French sentences about shapes.
final class ShapeText {

    static final String NO_FILE = "Choisissez un fichier GeoJSON de communes.";
    static final String NO_CODE =
            "Aucun code INSEE de commune (propriété code, INSEE_COM, code_insee, insee ou codgeo).";
    static final String NO_SOURCE = "Dites d’où viennent ces contours et de quelle année.";
    static final String REMOVED = "Contours retirés\u00A0: la carte revient aux cellules.";

    private ShapeText() {}

    static String notASurface(String code) {
        return "Commune " + code + "\u00A0: ni Polygon ni MultiPolygon.";
    }

    static String outOfTheEarth(String code) {
        return "Commune "
                + code
                + "\u00A0: un point n’est pas en degrés (longitude, latitude WGS84)."
                + " Un fichier en Lambert doit d’abord être converti.";
    }

    static String empty(String code) {
        return "Commune " + code + "\u00A0: contour vide, ou de moins de cent mètres.";
    }

    static String unknown(String code) {
        return "Commune " + code + "\u00A0: code inconnu, actuel ou ancien.";
    }

    static String elsewhere(String code, long km) {
        return "Commune " + code + "\u00A0: contour à " + km + " km de son centre connu.";
    }

    static String notGeoJson(int rank) {
        return rank == 0
                ? "Ce fichier n’est pas un GeoJSON de communes (FeatureCollection)."
                : "Ce fichier s’arrête ou n’est plus lisible après le contour n° "
                        + Typography.number(rank)
                        + "\u00A0: rien n’a été changé.";
    }

    static String tooHeavy(long bytes) {
        return "Ce fichier dépasse " + bytes / (1 << 20) + " Mo.";
    }

    static String none() {
        return "Aucun contour de ce fichier ne correspond à une commune connue\u00A0: rien n’a été changé.";
    }

    /// What the map is drawn with.
    static String drawn(long shaped) {
        return shaped == 0
                ? "Chaque commune est dessinée par une cellule autour de son centre. Un GeoJSON officiel donne les vrais contours."
                : (shaped == 1
                                ? "Une commune a son vrai contour"
                                : Typography.number(shaped) + " communes ont leur vrai contour")
                        + Typography.NBSP
                        + "; les autres sont dessinées par une cellule autour de leur centre.";
    }

    /// « 1 commune de 3 contours ».
    static String kept(long kept, long features) {
        return Typography.number(kept)
                + (kept > 1 ? " communes de " : " commune de ")
                + Typography.number(features)
                + (features > 1 ? " contours" : " contour");
    }

    static String loaded(int communes) {
        return communes == 1
                ? "Une commune a maintenant son vrai contour."
                : Typography.number(communes) + " communes ont maintenant leur vrai contour.";
    }
}
