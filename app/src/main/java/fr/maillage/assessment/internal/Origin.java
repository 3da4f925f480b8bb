package fr.maillage.assessment.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the answers of an evaluation came.
///
/// @param filledBy who filled the paper sheet; null otherwise
/// @param sheet the document that shows it, when it was scanned
record Origin(Source source, @Nullable String filledBy, @Nullable UUID sheet) {

    static final Origin SCREEN = new Origin(Source.ECRAN, null, null);

    enum Source {
        ECRAN("Saisie à l’écran"),
        PAPIER("Feuille papier"),
        HORS_CONNEXION("Saisie hors connexion"),
        FICHIER("Reprise d’un fichier FHIR");

        final String label;

        Source(String label) {
            this.label = label;
        }
    }

    boolean paper() {
        return source == Source.PAPIER;
    }

    /// « Feuille papier remplie par … »; null for what was typed on the screen.
    @Nullable String words() {
        return switch (source) {
            case ECRAN -> null;
            case HORS_CONNEXION, FICHIER -> source.label;
            case PAPIER -> source.label + " remplie par " + filledBy;
        };
    }

    @Override
    public String toString() {
        return "Origin[" + source + "]";
    }
}
