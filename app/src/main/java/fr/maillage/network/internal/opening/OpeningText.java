package fr.maillage.network.internal.opening;

import fr.maillage.kernel.Typography;
import java.util.LinkedHashMap;
import java.util.Map;

/// French sentences of the page on which the operator opens structures.
final class OpeningText {

    static final String NAME = "Donnez le nom de la structure, de 3 à 120 caractères.";
    static final String NAME_TAKEN = "Une structure de ce nom est déjà sur cette installation.";
    static final String SHORT = "Donnez un nom court, de 3 à 40 caractères.";
    static final String REGION = "Choisissez la région.";
    static final String PHONE = "Donnez le téléphone où la joindre.";
    static final String THEMES = "Choisissez au moins un thème.";
    static final String HEAD = "Donnez le prénom et le nom de son responsable.";
    static final String LOGIN = "De 3 à 40 lettres, chiffres, points et tirets.";

    /// What a structure is, by code.
    static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("RESEAU", "Réseau de santé");
        KINDS.put("PLATEFORME", "Plateforme d’appui");
        KINDS.put("DAC", "Dispositif d’appui à la coordination");
    }

    private OpeningText() {}

    static String opened(String name) {
        return "Structure ouverte" + Typography.NBSP + ": " + name;
    }

    static String again(String name) {
        return "Accès du responsable, " + name;
    }

    static final String NEXT =
            "Son responsable choisit son mot de passe, puis règle la structure, son équipe et sa fiche du registre.";
    static final String CLAIMED =
            "Un responsable de cette structure a déjà choisi son mot de passe\u00A0: il donne lui-même les accès de son équipe.";
}
