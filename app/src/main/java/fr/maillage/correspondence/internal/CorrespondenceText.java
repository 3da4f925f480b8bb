package fr.maillage.correspondence.internal;

import static fr.maillage.kernel.Typography.NBSP;

import java.util.List;

/// Every French sentence of the module.
final class CorrespondenceText {

    static final String CANCELLED = "Courrier annulé.";
    static final String CAME_BACK = "Courrier noté comme revenu.";
    static final String AGAIN = "Courrier remis dans les courriers à envoyer.";
    static final String DEATH = "Décès";
    static final String OVERTAKEN = "Remplacé par la lettre qui donne la réponse";
    static final String CHOOSE = "Cochez au moins un courrier.";
    static final String WHY_NEEDED =
            "Dites pourquoi ce courrier ne partira pas"
                    + NBSP
                    + ": le motif reste dans le dossier.";
    static final String NOT_WAITING =
            "Ce courrier n’attend plus" + NBSP + ": un collègue s’en est occupé entre-temps.";
    static final String HEALTH_CONTENT =
            "Ce courrier contient des informations de santé"
                    + NBSP
                    + ": un coordonnateur l’imprime, vous pouvez le poster.";

    /// Reasons offered for a letter that will not leave.
    static final List<String> REASONS =
            List.of(
                    "Doublon",
                    "Annoncé par téléphone",
                    "Adresse inconnue",
                    "La personne s’y oppose",
                    "Plus d’actualité");

    private CorrespondenceText() {}

    static String kind(String code) {
        return switch (code) {
            case "AVIS_PPS" -> "Demande d’avis sur un PPS";
            case "INFORMATION_DEMANDE" -> "Information d’une demande";
            case "REPONSE_ADRESSEUR" -> "Réponse à l’adresseur";
            case "RELAIS" -> "Relais";
            case "FAIT_SIGNIFICATIF" -> "Fait significatif";
            case "CHANGEMENT" -> "Changement du plan";
            default -> "Courrier";
        };
    }

    static String recipient(String code) {
        return switch (code) {
            case "MEDECIN_TRAITANT" -> "médecin traitant";
            case "ADRESSEUR" -> "adresseur";
            case "INTERVENANT" -> "intervenant";
            case "PERSONNE" -> "la personne";
            case "REPRESENTANT" -> "représentant";
            case "STRUCTURE" -> "structure";
            default -> "";
        };
    }

    static String state(String code) {
        return switch (code) {
            case "A_ENVOYER" -> "À envoyer";
            case "ENVOYE" -> "Posté";
            case "ANNULE" -> "Annulé";
            case "ECHEC" -> "Revenu, non remis";
            default -> code;
        };
    }

    static String posted(String kind, String recipient) {
        return "Courrier posté" + NBSP + ": " + kind(kind) + ", " + recipient;
    }

    static String cancelled(String kind, String recipient) {
        return "Courrier annulé" + NBSP + ": " + kind(kind) + ", " + recipient;
    }

    static String failed(String kind, String recipient) {
        return "Courrier revenu" + NBSP + ": " + kind(kind) + ", " + recipient;
    }

    static String postedToast(int count) {
        return switch (count) {
            case 0 -> "Rien à poster" + NBSP + ": ces courriers n’attendaient plus.";
            case 1 -> "1 courrier noté comme posté.";
            default -> count + " courriers notés comme postés.";
        };
    }
}
