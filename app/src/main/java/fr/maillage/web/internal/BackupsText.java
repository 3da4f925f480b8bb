package fr.maillage.web.internal;

import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Optional;

/// French of the page of backups.
final class BackupsText {

    static final String NO_FOLDER =
            "Aucune sauvegarde automatique"
                    + Typography.NBSP
                    + ": aucun dossier n’est réglé. La personne qui exploite Maillage ajoute --maillage.backup.folder=… au lancement.";
    static final String NONE_YET =
            "Aucune sauvegarde n’a encore été faite. La première aura lieu cette nuit.";
    static final String LAST_FAILED =
            "La dernière sauvegarde a échoué. Prévenez la personne qui exploite Maillage.";
    static final String TOO_OLD =
            "La dernière sauvegarde réussie a plus de deux jours. Prévenez la personne qui exploite Maillage.";

    private BackupsText() {}

    static String rule(Optional<LocalTime> at) {
        return at.map(hour ->
                        "Chaque nuit à "
                                + hour.getHour()
                                + Typography.NBSP
                                + "h"
                                + Typography.NBSP
                                + String.format("%02d", hour.getMinute())
                                + ", toute l’installation, relue en entier aussitôt.")
                .orElse("Pas de sauvegarde automatique.");
    }

    /// Megabytes, to one decimal.
    static String size(long bytes) {
        return BigDecimal.valueOf(bytes)
                        .divide(BigDecimal.valueOf(1_000_000), 1, RoundingMode.HALF_UP)
                        .toString()
                        .replace('.', ',')
                + Typography.NBSP
                + "Mo";
    }
}
