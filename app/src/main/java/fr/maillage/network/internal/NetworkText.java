package fr.maillage.network.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class NetworkText {

    static final String SAVED = "Enregistré. L’effet est immédiat pour toute la structure.";
    static final String FINESS =
            "Ce numéro FINESS n’est pas valide\u00A0: neuf chiffres, le dernier est une clé.";
    static final String END_BEFORE_START =
            "La fin précède le début\u00A0: elle doit être le même jour ou plus tard.";
    static final String FTE =
            "L’équivalent temps plein est un nombre entre 0,05 et 1, par exemple 0,5.";
    static final String SECTOR =
            "«\u00A0%s\u00A0» n’est ni une commune ni une zone connue\u00A0: donnez un nom exact ou un code.";
    static final String OVERLAP =
            "Cette personne exerce déjà cette fonction sur cette période\u00A0: terminez d’abord la"
                    + " première.";
    static final String LAST_HEAD =
            "C’est la dernière personne de direction qui peut se connecter\u00a0: donnez d’abord"
                    + " cette fonction, et un accès, à quelqu’un d’autre.";
    static final String LOW_ABOVE_HIGH = "Le bas de la fourchette dépasse le haut.";
    static final String GRID_ORDER = "Le seuil du niveau 2 doit dépasser celui du niveau 1.";
    static final String URGENCY_ORDER = "La seconde évaluation vient après la première.";
    static final String THEME_CLOSED_EARLY = "La fin précède l’ouverture du thème, le %s.";
    static final String ALL_LEVELS = "Toutes";
    static final String NO_ETHICS = "La structure n’a pas encore écrit ses principes éthiques.";

    static final Map<String, String> FUNCTIONS =
            ordered(
                    "COORDINATOR",
                    "Coordonnateur d’appui",
                    "INSTITUTIONAL_COORDINATOR",
                    "Coordonnateur institutionnel",
                    "DOCTOR",
                    "Médecin (temps médical)",
                    "PROXIMITY_NURSE",
                    "Infirmière référente de proximité",
                    "SOCIAL_WORKER",
                    "Travailleur social",
                    "PSYCHOLOGIST",
                    "Psychologue",
                    "SECRETARY",
                    "Secrétaire",
                    "HEAD",
                    "Direction");

    static final Map<String, String> DIMENSIONS =
            ordered(
                    "PERSONNE",
                    "La personne",
                    "ENTOURAGE",
                    "L’entourage",
                    "PATHOLOGIES",
                    "Les pathologies",
                    "RESSOURCES_SANTE",
                    "Les ressources de santé",
                    "ENVIRONNEMENT_SOCIAL",
                    "L’environnement social");

    static final Map<String, String> CRITERIA = ordered("INCLUSION", "Inclusion", "EXIT", "Sortie");

    static final Map<String, String> UNITS = ordered("POLE", "Pôle", "ANTENNE", "Antenne");

    private static final int SECTORS_SHOWN = 5;

    private NetworkText() {}

    /// The first sectors of a member, and how many more there are.
    static String sectors(List<String> names) {
        return names.size() <= SECTORS_SHOWN + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SECTORS_SHOWN))
                        + " et "
                        + (names.size() - SECTORS_SHOWN)
                        + " autres";
    }

    /// Why a last day is refused.
    static String stillFollows(int persons) {
        return persons == 1
                ? "Cette personne suit encore un dossier\u00A0: préparez son départ, pour qu’il ait un"
                        + " autre référent."
                : "Cette personne suit encore "
                        + persons
                        + " dossiers\u00A0: préparez son départ, pour que chacun ait un autre référent.";
    }

    /// « de 1 à 90 jours ».
    static String bounds(int min, int max, String unit) {
        return "de " + min + " à " + max + (unit.isEmpty() ? "" : Typography.NBSP + unit);
    }

    /// The subject a threshold stands under on its page.
    static String subject(Setting setting) {
        return switch (setting) {
            case RECEIPT_DAYS, SILENCE_DAYS, SILENCE_DECISION_DAYS, PPS_SEND_DAYS ->
                    "Avis du médecin traitant";
            case REASSESS_NOTICE_DAYS, REASSESS_MONTHS, WATCH_MONTHS -> "Réévaluation et veille";
            case NO_CONTACT_DAYS,
                    NO_ACTOR_DAYS,
                    RCP_DAYS,
                    DISCHARGE_VISIT_HOURS,
                    PLAN_TO_HOSPITAL,
                    ACT_GRACE_DAYS,
                    CONSULTATION_GRACE_DAYS,
                    PROBLEM_DAYS,
                    STAY_TOLD_DAYS,
                    STAYS_WITHIN_DAYS,
                    CARER_SCORE,
                    SHEET_DAYS,
                    MISSED_ACTS ->
                    "Suivi";
            case URGENCY_FIRST_HOURS, URGENCY_SECOND_HOURS, URGENCY_ON_CALL -> "Urgences";
            case ANSWER_DAYS, HANDOVER_DAYS, CLOSED_REQUEST_DAYS, RELAY_READ_DAYS, PUBLIC_FORM ->
                    "Demandes et relais";
            case RIGHT_NOTICE_ALD,
                    RIGHT_NOTICE_C2S,
                    RIGHT_NOTICE_AME,
                    RIGHT_NOTICE_APA,
                    RIGHT_NOTICE_PCH,
                    RIGHT_NOTICE_AAH,
                    RIGHT_NOTICE_AEEH,
                    RIGHT_NOTICE_PROTECTION,
                    RIGHT_NOTICE_INVALIDITE,
                    RIGHT_NOTICE_AUTRE,
                    APPEAL_NOTICE_DAYS ->
                    "Droits et mesures";
            case GRID_LEVEL_1, GRID_LEVEL_2 -> "Grille des niveaux";
            case INVITATION_DAYS, UNUSED_ACCOUNT_DAYS -> "Comptes";
            case LETTER_ADDRESS_LEFT, LETTER_ADDRESS_TOP -> "Courriers";
            case CASELOAD_LOW, CASELOAD_HIGH, CASELOAD_SERVICE, LOW_FILE_PERCENT -> "Charge";
            case VISIT_MINUTES,
                    VISIT_MINUTES_REASSESS,
                    VISIT_MINUTES_RETURN,
                    VISIT_MINUTES_URGENT,
                    VISIT_REASSESS_DAYS,
                    VISIT_MIDDAY_MINUTES,
                    VISIT_SECTORS_BIND,
                    ROUNDS_KEPT_DAYS,
                    TRAVEL_DETOUR,
                    TRAVEL_TOWN_KMH,
                    TRAVEL_COUNTRY_KMH,
                    TRAVEL_TOWN_INHABITANTS,
                    TRAVEL_STOP_MINUTES,
                    TRAVEL_INSIDE_METRES ->
                    "Tournées et trajets";
        };
    }

    static String level(int level) {
        return "Niveau" + Typography.NBSP + level;
    }

    /// « Modifié le 2 juin par Hélène MARTIN ».
    static String changed(Instant at, @Nullable String by, LocalDate today) {
        return "Modifié "
                + FrenchDates.relative(at, today)
                + (by == null ? "" : " par" + Typography.NBSP + by);
    }

    private static Map<String, String> ordered(String... codesAndWords) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < codesAndWords.length; i += 2)
            map.put(codesAndWords[i], codesAndWords[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}
