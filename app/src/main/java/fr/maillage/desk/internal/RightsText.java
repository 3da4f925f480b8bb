package fr.maillage.desk.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The French sentences about rights.
final class RightsText {

    static final String ANSWER_SAVED = "Réponse enregistrée.";

    private RightsText() {}

    static String slug(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT -> "accompagnement";
            case PARTAGE_EQUIPE -> "partage";
            case PARTAGE_HORS_EQUIPE -> "hors-equipe";
            case INFORMATION_DMP -> "dmp";
            case PROTOCOLE_COOPERATION -> "protocole";
        };
    }

    static Optional<Act> act(String slug) {
        return List.of(Act.values()).stream().filter(a -> slug(a).equals(slug)).findFirst();
    }

    static String rule(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT ->
                    "Demandé avant toute coordination"
                            + NBSP
                            + ": à la personne, ou à son représentant.";
            case PARTAGE_EQUIPE ->
                    "La personne est informée que les membres de son équipe de soins échangent ce qui leur est utile. Elle peut s’y opposer, "
                            + "en tout ou pour un professionnel, à tout moment (art. L.1110-4 du code de la santé publique).";
            case PARTAGE_HORS_EQUIPE ->
                    "Accord préalable, par tout moyen, avant de partager avec quelqu’un qui n’est pas de l’équipe de soins. Il se retire à tout moment.";
            case INFORMATION_DMP ->
                    "La personne sait à quoi sert le dossier médical partagé et comment il fonctionne.";
            case PROTOCOLE_COOPERATION ->
                    "La personne sait qu’un protocole de coopération entre professionnels s’applique à ses soins.";
        };
    }

    static List<Choice> states(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT ->
                    List.of(
                            new Choice("DONNE", "D’accord"),
                            new Choice("A_CONFIRMER", "À confirmer"),
                            new Choice("REFUSE", "Refuse"),
                            new Choice("HORS_D_ETAT", "Hors d’état de s’exprimer"),
                            new Choice("RETIRE", "Retire son accord"));
            case PARTAGE_EQUIPE ->
                    List.of(
                            new Choice("DONNE", "Informée, ne s’oppose pas"),
                                    new Choice("A_CONFIRMER", "À confirmer"),
                            new Choice("OPPOSITION", "S’oppose à tout partage"),
                                    new Choice(
                                            "OPPOSITION_PARTIELLE",
                                            "S’oppose au partage avec un professionnel"),
                            new Choice("LEVEE", "Ne s’oppose plus à ce professionnel"),
                                    new Choice("HORS_D_ETAT", "Hors d’état de s’exprimer"));
            case PARTAGE_HORS_EQUIPE ->
                    List.of(
                            new Choice("DONNE", "D’accord"),
                            new Choice("A_CONFIRMER", "À confirmer"),
                            new Choice("REFUSE", "Refuse"),
                            new Choice("HORS_D_ETAT", "Hors d’état de s’exprimer"),
                            new Choice("RETIRE", "Retire son accord"));
            case INFORMATION_DMP, PROTOCOLE_COOPERATION ->
                    List.of(
                            new Choice("DONNE", "Informée"),
                            new Choice("A_CONFIRMER", "À confirmer"),
                            new Choice("OPPOSITION", "S’y oppose"));
        };
    }

    static String how(String form, String by, @Nullable String representative) {
        var who =
                switch (by) {
                    case "REPRESENTANT" -> "par son représentant";
                    case "PERSONNE_DE_CONFIANCE" -> "par sa personne de confiance";
                    case "EQUIPE" -> "constaté par l’équipe";
                    default -> "par la personne";
                };
        var how =
                switch (form) {
                    case "ECRIT" -> "par écrit";
                    case "TELEPHONE" -> "par téléphone";
                    case "URGENCE" -> "en urgence";
                    case "REPRESENTANT" -> "par représentation";
                    default -> "de vive voix";
                };
        return who + (representative == null ? "" : " (" + representative + ")") + ", " + how;
    }

    static String tone(State state) {
        return switch (state) {
            case DONNE -> "is-done";
            case A_CONFIRMER, HORS_D_ETAT -> "is-due";
            case REFUSE, OPPOSITION, OPPOSITION_PARTIELLE, RETIRE -> "is-late";
        };
    }

    static String icon(State state) {
        return switch (state) {
            case DONNE -> "circle-check";
            case A_CONFIRMER -> "clock";
            case HORS_D_ETAT -> "user-question";
            case REFUSE, RETIRE -> "circle-x";
            case OPPOSITION, OPPOSITION_PARTIELLE -> "eye-off";
        };
    }

    static String missing(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT ->
                    "L’accord à l’accompagnement n’est pas recueilli"
                            + NBSP
                            + ": il précède toute coordination.";
            case PARTAGE_EQUIPE ->
                    "La personne n’est pas encore informée du partage dans l’équipe de soins"
                            + NBSP
                            + ": elle doit pouvoir s’y opposer.";
            case PARTAGE_HORS_EQUIPE, INFORMATION_DMP, PROTOCOLE_COOPERATION -> rule(act);
        };
    }

    static String toConfirm(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT -> "L’accord à l’accompagnement reste à confirmer.";
            case PARTAGE_EQUIPE -> "L’information sur le partage reste à confirmer.";
            case PARTAGE_HORS_EQUIPE ->
                    "L’accord au partage hors de l’équipe de soins reste à confirmer.";
            case INFORMATION_DMP, PROTOCOLE_COOPERATION -> "L’information reste à confirmer.";
        };
    }

    static String outside(List<String> names) {
        return String.join(", ", names)
                + NBSP
                + ": hors de l’équipe de soins. Sans accord préalable, ne partager que les tâches et les numéros d’urgence.";
    }

    /// « jusqu’au jeu. 2 juil. », « demandé »…
    static String entitlement(String state, @Nullable LocalDate ends, LocalDate today) {
        return switch (state) {
            case "A_DEMANDER" -> "à demander";
            case "DEMANDE" -> "demandé";
            case "REFUSE" -> "refusé";
            case "RECOURS" -> "recours en cours";
            default ->
                    ends == null
                            ? "sans date de fin"
                            : (ends.isBefore(today) ? "échu depuis le" : "jusqu’au")
                                    + NBSP
                                    + FrenchDates.shortDay(ends, today);
        };
    }

    static String entitlementTone(String state, boolean soon, boolean over) {
        return switch (state) {
            case "A_DEMANDER" -> "is-due";
            case "DEMANDE", "RECOURS" -> "is-info";
            case "REFUSE" -> "is-late";
            default -> over ? "is-late" : soon ? "is-due" : "is-done";
        };
    }
}
