package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

/// Words of the plain version: short sentences, no acronym, present tense (« facile à lire »).
final class PlainText {

    static final String NOTHING = "Rien de particulier à faire. Je dis ce qui ne va pas.";
    static final String NO_PLAN = "Il n’y a pas encore de plan en vigueur.";

    private PlainText() {}

    /// The icon of a kind of act.
    static String icon(InterventionType type) {
        return switch (type) {
            case EVALUATION -> "clipboard-check";
            case PRESCRIPTION_NON_MEDICAMENTEUSE -> "run";
            case PRESCRIPTION_MEDICAMENTEUSE -> "pill";
            case EXAMEN -> "heartbeat";
            case CONSULTATION -> "stethoscope";
            case HOSPITALISATION -> "building-hospital";
            case DECISION_RCP -> "users";
            case SEANCE_EDUCATION -> "book";
            case BILAN_SOCIAL, SIGNALEMENT -> "clipboard-list";
            case SERVICE_A_LA_PERSONNE -> "home-heart";
            case AIDE_FINANCIERE_OU_SOCIALE -> "file-text";
        };
    }

    /// What a picture shows.
    static String picture(String name) {
        return switch (name) {
            case "clipboard-check", "clipboard-list" -> "Bilan";
            case "run" -> "Activité";
            case "pill" -> "Médicament";
            case "heartbeat" -> "Examen";
            case "stethoscope" -> "Médecin";
            case "building-hospital" -> "Hôpital";
            case "users" -> "Personnes";
            case "book" -> "Apprendre";
            case "home-heart" -> "Aide à la maison";
            case "file-text" -> "Papiers";
            case "heart-handshake" -> "Ce que je veux";
            case "calendar-event" -> "Date";
            case "phone" -> "Téléphone";
            case "ambulance" -> "Urgence";
            case "alert-triangle" -> "Attention";
            default -> "Image";
        };
    }

    /// « Lit médicalisé : en place »
    static String aid(PpsPage.Aid aid) {
        return aid.title() + NBSP + ": " + aid.state().word().toLowerCase(java.util.Locale.FRENCH);
    }
}
