package fr.maillage.intake;

import fr.maillage.kernel.Typography;
import java.util.Arrays;
import java.util.List;

/// Why help is asked for: the words of reception, not of health, so that a secretary may read them.
public enum Motive {
    MAINTIEN_DOMICILE("Maintien à domicile difficile"),
    RETOUR_DOMICILE("Retour à domicile"),
    HOSPITALISATIONS("Hospitalisations répétées"),
    AIDANT_EPUISE("Aidant épuisé"),
    ISOLEMENT_PRECARITE("Isolement, précarité"),
    RUPTURE_SOINS("Rupture de soins"),
    FIN_DE_VIE("Fin de vie"),
    ACCES_DROITS("Accès aux droits"),
    RECHERCHE_MT("Recherche d’un médecin traitant"),
    CONSEIL("Conseil ou information"),
    AUTRE("Autre motif");

    private final String label;

    Motive(String label) {
        this.label = label;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// « Aidant épuisé, accès aux droits » for stored codes; a code of an older version reads as it
    /// is.
    public static String words(List<String> codes) {
        var labels =
                codes.stream()
                        .map(code ->
                                Arrays.stream(values())
                                        .filter(m -> m.name().equals(code))
                                        .findFirst()
                                        .map(Motive::label)
                                        .orElse(code))
                        .toList();
        var words = new StringBuilder();
        for (var label : labels) {
            if (words.isEmpty()) words.append(label);
            else words.append(", ").append(Typography.inSentence(label));
        }
        return words.toString();
    }
}
