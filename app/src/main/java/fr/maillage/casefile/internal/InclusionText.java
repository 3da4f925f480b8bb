package fr.maillage.casefile.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of inclusion.
final class InclusionText {

    static final String INCLUDED = "Inclusion enregistrée. Complétez le cercle.";
    static final String WATCHED = "Mise en veille enregistrée.";
    static final String DAY_OF_ACT = "Dites quel jour cela a été recueilli.";
    static final Map<String, String> FORMS =
            CaseFileText.ordered(
                    "ORAL",
                    "De vive voix",
                    "ECRIT",
                    "Par écrit",
                    "TELEPHONE",
                    "Par téléphone",
                    "REPRESENTANT",
                    "Par le représentant",
                    "URGENCE",
                    "Urgence");
    static final Map<String, String> GIVERS =
            CaseFileText.ordered(
                    "PERSONNE",
                    "La personne",
                    "REPRESENTANT",
                    "Son représentant légal",
                    "PERSONNE_DE_CONFIANCE",
                    "Sa personne de confiance",
                    "EQUIPE",
                    "L’équipe (urgence, hors d’état de s’exprimer)");

    private static final String S = Typography.NBSP;

    private InclusionText() {}

    /// The field of the inclusion form an obstacle stands beside.
    static String field(Inclusion.Obstacle obstacle) {
        return switch (obstacle) {
            case Inclusion.Obstacle.Deceased _,
                    Inclusion.Obstacle.AlreadySupported _,
                    Inclusion.Obstacle.NeedNotValidated _ ->
                    "need";
            case Inclusion.Obstacle.AlreadyWatched _, Inclusion.Obstacle.LevelMissing _ -> "level";
            case Inclusion.Obstacle.ThemeMissing _ -> "theme";
            case Inclusion.Obstacle.ReasonMissing _ -> "reason";
            case Inclusion.Obstacle.DayMissing _, Inclusion.Obstacle.DayInFuture _ -> "day";
            case Inclusion.Obstacle.CommuneMissing _ -> "commune";
            case Inclusion.Obstacle.ReviewMissing _, Inclusion.Obstacle.ReviewPast _ -> "reviewOn";
            case Inclusion.Obstacle.CoordinatorMissing _ -> "coordinator";
            case Inclusion.Obstacle.CriterionNotMet _ -> "criterion";
            case Inclusion.Obstacle.FirstLineAgreementMissing _,
                    Inclusion.Obstacle.FirstLineAgreementInFuture _ ->
                    "firstLineOn";
            case Inclusion.Obstacle.AgreementMissing _,
                    Inclusion.Obstacle.AgreementToConfirm _,
                    Inclusion.Obstacle.AgreementRefused _ ->
                    "agreementState";
            case Inclusion.Obstacle.AgreementWithoutReason _ -> "agreementReason";
            case Inclusion.Obstacle.SharingNotTold _ -> "sharingState";
        };
    }

    static String of(Inclusion.Obstacle obstacle) {
        return switch (obstacle) {
            case Inclusion.Obstacle.Deceased _ -> "Cette personne est décédée.";
            case Inclusion.Obstacle.AlreadySupported _ ->
                    "Un accompagnement est déjà ouvert pour cette personne.";
            case Inclusion.Obstacle.AlreadyWatched _ ->
                    "Cette personne est déjà en veille\u00A0: choisissez le niveau\u00A01, 2 ou 3 pour réactiver.";
            case Inclusion.Obstacle.NeedNotValidated _ ->
                    "Le besoin de coordination n’est pas encore validé\u00A0: terminez d’abord l’analyse de la demande.";
            case Inclusion.Obstacle.ThemeMissing _ -> "Choisissez un thème de la structure.";
            case Inclusion.Obstacle.LevelMissing _ -> "Choisissez un niveau.";
            case Inclusion.Obstacle.ReasonMissing(var analysed) ->
                    "L’analyse a retenu le niveau\u00A0"
                            + analysed
                            + "\u00A0: dites pourquoi vous en choisissez un autre.";
            case Inclusion.Obstacle.DayMissing _ -> "Dites quel jour commence l’accompagnement.";
            case Inclusion.Obstacle.DayInFuture _ -> "La date d’inclusion est dans le futur.";
            case Inclusion.Obstacle.CommuneMissing _ ->
                    "La commune de résidence manque\u00A0: complétez l’identité.";
            case Inclusion.Obstacle.ReviewMissing _ -> "Dites quand cette veille sera revue.";
            case Inclusion.Obstacle.ReviewPast _ ->
                    "La date de revue de la veille doit être à venir.";
            case Inclusion.Obstacle.CoordinatorMissing _ -> "Choisissez le référent.";
            case Inclusion.Obstacle.CriterionNotMet(var label) ->
                    "Critère de la structure non rempli\u00A0: «\u00A0" + label + "\u00A0».";
            case Inclusion.Obstacle.FirstLineAgreementMissing(var theme) ->
                    "Le thème «\u00A0"
                            + theme
                            + "\u00A0» demande l’accord des professionnels de premier recours\u00A0: dites qui l’a donné, et quel jour.";
            case Inclusion.Obstacle.FirstLineAgreementInFuture _ ->
                    "La date de l’accord du premier recours est dans le futur.";
            case Inclusion.Obstacle.AgreementMissing _ ->
                    "L’accord de la personne à l’accompagnement n’est pas enregistré.";
            case Inclusion.Obstacle.AgreementToConfirm _ ->
                    "L’accord de la personne reste à confirmer.";
            case Inclusion.Obstacle.AgreementRefused _ ->
                    "La personne refuse l’accompagnement. Une veille reste possible (niveau\u00A00).";
            case Inclusion.Obstacle.AgreementWithoutReason _ ->
                    "Dites pourquoi la personne n’a pas pu donner son accord.";
            case Inclusion.Obstacle.SharingNotTold _ ->
                    "La personne n’a pas été informée du partage entre professionnels.";
        };
    }

    static String need(@Nullable Integer number, boolean validated, @Nullable Integer level) {
        if (number == null) return "Aucune demande récente au sujet de cette personne.";
        var request = "Demande n°" + S + number;
        if (!validated) return request + S + ": besoin de coordination à valider.";
        return request
                + S
                + ": besoin de coordination validé"
                + (level == null ? "." : ", niveau" + S + level + " retenu.");
    }

    /// @param status of the accompaniment already open, null when none is
    /// @param closed whether one was closed before
    static String title(@Nullable String status, boolean closed) {
        if ("VEILLE".equals(status)) return "Réactiver l’accompagnement";
        return status == null && closed ? "Reprendre l’accompagnement" : "Inclusion";
    }

    static String recorded(String state, String day) {
        return state + ", le " + day + ".";
    }

    static String levelOf(@Nullable Integer analysed, boolean back) {
        return analysed == null
                ? back ? "Retour dans l’accompagnement" : "Entrée dans l’accompagnement"
                : "Niveau retenu à l’analyse de la demande";
    }

    static String inclusionDetail(Inclusion rule) {
        var theme = rule.theme() == null ? "" : rule.theme().label() + ", ";
        return rule.watch() && rule.reviewOn() != null
                ? theme + "revue prévue le" + S + FrenchDates.date(rule.reviewOn())
                : theme + "niveau" + S + rule.level();
    }
}
