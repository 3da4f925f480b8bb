package fr.maillage.desk.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The French of « Ma journée ».
final class DayText {

    private static final String S = Typography.NBSP;

    /// The gesture that ends the cause of an alert.
    private static final Map<AlertRule, String> ACT =
            Map.ofEntries(
                    Map.entry(AlertRule.URGENCE_24H, "Noter l’évaluation"),
                    Map.entry(AlertRule.URGENCE_48H, "Noter l’évaluation"),
                    Map.entry(AlertRule.PPS_SANS_ACCUSE, "Appeler, noter la réception"),
                    Map.entry(AlertRule.MT_SILENCIEUX, "Noter l’avis"),
                    Map.entry(AlertRule.REEVALUATION, "Réévaluer"),
                    Map.entry(AlertRule.SANS_CONTACT, "Noter un échange"),
                    Map.entry(AlertRule.SANS_ACTEUR, "Trouver"),
                    Map.entry(AlertRule.NIVEAU_3_SANS_RCP, "Préparer une RCP"),
                    Map.entry(AlertRule.DROIT_QUI_SE_TERMINE, "Renouveler"),
                    Map.entry(AlertRule.RECOURS_POSSIBLE, "Ouvrir le droit"),
                    Map.entry(AlertRule.DEMARCHE_A_FAIRE, "Noter la démarche"),
                    Map.entry(AlertRule.SURVEILLANCE, "Voir le suivi"),
                    Map.entry(AlertRule.PROBLEME_SANS_INTERVENTION, "Compléter le plan"),
                    Map.entry(AlertRule.PPS_NON_ENVOYE, "Ouvrir le plan"),
                    Map.entry(AlertRule.RETOUR_SANS_VISITE, "Voir les séjours"),
                    Map.entry(AlertRule.DEUX_SEJOURS, "Voir les séjours"),
                    Map.entry(AlertRule.SEJOUR_NON_PROGRAMME, "Voir les séjours"),
                    Map.entry(AlertRule.AIDANT_EN_DIFFICULTE, "Voir les évaluations"),
                    Map.entry(AlertRule.VEILLE_A_REVOIR, "Revoir"));

    private static final Map<String, String> KIND =
            Map.of(
                    "VISITE",
                    "Visite",
                    "TELEPHONE",
                    "Appel",
                    "BUREAU",
                    "Rendez-vous au bureau",
                    "VISIO",
                    "Visio",
                    "RCP",
                    "RCP",
                    "SYNTHESE",
                    "Réunion de synthèse",
                    "REUNION",
                    "Réunion",
                    "FORMATION",
                    "Formation");

    static final String RESTRICTED = "Accès restreint";
    static final String RESTRICTED_WHY =
            "Ligne que seuls voient ceux qui peuvent lire cette fiche à accès restreint";

    static final String EXPERTISE_ASKED = "Avis d’expertise attendu";
    static final String EXPERTISE_TO_GIVE = "Avis d’expertise à rendre";
    static final String OPEN = "Ouvrir";
    static final String GIVE = "Rendre l’avis";
    static final String EXPERTISE_WHY = "Expertise, par date de réponse souhaitée";

    private DayText() {}

    static String act(AlertRule rule) {
        return ACT.getOrDefault(rule, OPEN);
    }

    static String appointment(String kind) {
        return KIND.getOrDefault(kind, kind);
    }

    /// « En retard 23 j », « Aujourd’hui », « Dans 12 j ».
    static String mark(AlertRule rule, LocalDate due, LocalDate today) {
        long late = ChronoUnit.DAYS.between(due, today);
        return switch (rule) {
            case URGENCE_24H, URGENCE_48H, SANS_ACTEUR -> rule.label();
            case PPS_SANS_ACCUSE,
                    MT_SILENCIEUX,
                    RELAIS_SANS_ACCUSE,
                    SANS_CONTACT,
                    VEILLE_A_REVOIR,
                    NIVEAU_3_SANS_RCP,
                    SURVEILLANCE,
                    PROBLEME_SANS_INTERVENTION,
                    PPS_NON_ENVOYE,
                    RETOUR_SANS_VISITE,
                    DEUX_SEJOURS,
                    SEJOUR_NON_PROGRAMME,
                    AIDANT_EN_DIFFICULTE ->
                    rule.label() + (late > 0 ? ", +" + late + S + "j" : "");
            case ACTE_NON_FAIT, CONSULTATION_NON_FAITE -> "En retard " + late + S + "j";
            case REEVALUATION, DROIT_QUI_SE_TERMINE, RECOURS_POSSIBLE, DEMARCHE_A_FAIRE ->
                    late > 0
                            ? "En retard " + late + S + "j"
                            : late == 0 ? "Aujourd’hui" : "Dans " + -late + S + "j";
        };
    }

    static String meta(AlertRule rule, LocalDate due, LocalDate today) {
        var day = FrenchDates.shortDay(due, today);
        return switch (rule) {
            case ACTE_NON_FAIT, CONSULTATION_NON_FAITE -> "prévu avant " + day;
            case REEVALUATION, DROIT_QUI_SE_TERMINE, RECOURS_POSSIBLE -> "échéance " + day;
            case DEMARCHE_A_FAIRE -> "prévue " + day;
            case URGENCE_24H, URGENCE_48H -> "due " + day;
            default -> "depuis " + day;
        };
    }

    /// « 3 problèmes sans intervention : dénutrition, chutes répétées, isolement » of the titles of
    /// their alerts, each said once.
    static String problems(List<String> titles) {
        return titles.size()
                + " problèmes sans intervention"
                + S
                + ": "
                + titles.stream()
                        .map(t -> t.replaceFirst("^[^:]*[\\s\\u00A0]:[\\s\\u00A0]", ""))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    static String counts(int alerts, int appointments, int calls) {
        return String.join(
                " · ",
                List.of(
                        many(alerts, "alerte"),
                        appointments + " rendez-vous",
                        many(calls, "rappel")));
    }

    private static String many(int n, String word) {
        return n + " " + word + (n > 1 ? "s" : "");
    }

    /// On what is an absent colleague's.
    static String replaces(String name) {
        return "remplace " + name;
    }

    /// Why a person stands in the day of their binôme.
    static String partnerOf(String name) {
        return "en binôme avec " + name + ", en son absence";
    }

    /// « Pendant votre absence, du 2 au 9 juin 2026 : Karim BELKACEM vous remplaçait ».
    static String away(Networks.Away away, LocalDate today) {
        return "Pendant votre absence, "
                + FrenchDates.period(new Period(away.since(), away.until()), today)
                + "\u00A0: "
                + away.replacement()
                + " vous remplaçait";
    }
}
