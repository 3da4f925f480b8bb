package fr.maillage.intake.internal;

import fr.maillage.kernel.Typography;
import java.util.List;

/// The French sentences of shared alert indicators.
final class SignalText {

    /// The list proposed to a structure that has none of its own. The guide asks for indicators
    /// shared by the actors (DGOS 2012, fiche D3 §2) and names none: « proposition Maillage ».
    static final List<String> PROPOSED =
            List.of(
                    "Passages répétés aux urgences",
                    "Fragilité débutante repérée",
                    "Sortie d’hospitalisation à risque",
                    "Chutes répétées",
                    "Perte d’autonomie récente",
                    "Amaigrissement, dénutrition",
                    "Rupture de soins ou rendez-vous manqués",
                    "Isolement, perte d’un proche",
                    "Aidant épuisé",
                    "Logement ou ressources en difficulté");

    static final String CHOOSE = "Choisissez au moins un signal.";
    static final String THEME = "Choisissez un thème.";
    static final String REVIEW = "Donnez une date de revue à venir.";
    static final String WATCHED =
            "Signal noté\u00A0: en veille, avec sa date de revue. Déjà suivie, son suivi continue.";
    static final String INFORM_FIRST =
            "Signal noté. Informez d’abord la personne\u00A0: rien n’est ouvert sans cela.";
    static final String RECEIVED =
            "Signal reçu. La structure vérifie de qui il s’agit et informe la personne.";
    static final String LIST_SAVED = "Liste des signaux enregistrée.";
    static final String WHERE = "Choisissez la structure à prévenir.";
    static final String NAME = "Donnez le nom et le prénom.";
    static final String INFORMED = "Dites si la personne est informée.";

    private SignalText() {}

    static String words(List<String> signals) {
        return "Signaux de repérage" + Typography.NBSP + ": " + String.join(", ", signals);
    }
}
