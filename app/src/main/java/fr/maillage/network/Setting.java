package fr.maillage.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Thresholds of a structure. Each may be set for the structure, and for one level of situations;
/// the default stands here, with its source when a document gives one.
public enum Setting {
    /// Days without the attending doctor's answer before it is an alert. « Silence escalates, never
    /// blocks ».
    SILENCE_DAYS("MT sans réponse depuis", "jours", 15, 1, 90),
    /// Days after a plan was sent without a sign that the attending doctor received it.
    RECEIPT_DAYS("PPS envoyé sans accusé de réception depuis", "jours", 7, 1, 90),
    /// Days of silence after which a coordinator may put the plan in force with a reason.
    SILENCE_DECISION_DAYS("Mise en vigueur possible sans réponse du MT après", "jours", 15, 1, 90),
    /// Warning before the reassessment date.
    REASSESS_NOTICE_DAYS("Réévaluation annoncée", "jours avant", 30, 0, 120),
    /// Longest time between two assessments of a plan.
    REASSESS_MONTHS(
            "Réévaluation au moins tous les",
            "mois",
            12,
            1,
            12,
            "guide DGOS 2012, fiche O1\u00A0: au moins une fois par an"),
    /// Days without any contact before it is an alert.
    NO_CONTACT_DAYS("Aucun contact depuis", "jours", 60, 1, 365),
    /// Days an intervention may stay without an actor.
    NO_ACTOR_DAYS("Intervention sans acteur depuis", "jours", 7, 0, 90),
    /// Days a situation may be of level 3 without an RCP.
    RCP_DAYS(
            "Niveau 3 sans RCP depuis",
            "jours",
            90,
            1,
            365,
            "guide DGOS 2012, fiche D3\u00A0: évaluation pluridisciplinaire en RCP au niveau 3\u00A0; délai\u00A0: proposition Maillage"),
    /// Acts of one intervention missed in a row that make a break in care worth a look.
    MISSED_ACTS("Rupture de prise en charge à qualifier après", "actes manqués de suite", 3, 2, 10),
    /// Days before an unacknowledged hand-over is an alert.
    HANDOVER_DAYS("Relais sans accusé de réception depuis", "jours", 7, 1, 60),
    /// Hours of the first evaluation of an urgency.
    URGENCY_FIRST_HOURS(
            "Urgence\u00A0: première évaluation à",
            "heures",
            24,
            1,
            72,
            "guide DGOS 2012, fiche D3\u00A0: 24 heures"),
    /// Hours of the second evaluation of an urgency.
    URGENCY_SECOND_HOURS(
            "Urgence\u00A0: seconde évaluation à",
            "heures",
            48,
            2,
            120,
            "guide DGOS 2012, fiche D3\u00A0: 48 heures"),
    /// Whether the team evaluates on days it does not work: 1 on-call person, 0 named relay.
    URGENCY_ON_CALL(
            "Urgence hors jours ouvrés\u00A0: 1 = astreinte de l’équipe, 0 = relais nommé",
            "",
            0,
            0,
            1,
            "guide DGOS 2012, fiche D3\u00A0: équipe en jours ouvrés"),
    /// Working days to answer a request.
    ANSWER_DAYS("Réponse à une demande sous", "jours ouvrés", 5, 1, 30),
    /// Days kept of a request without follow-up before it is purged.
    CLOSED_REQUEST_DAYS("Demande sans suite effacée après", "jours", 365, 30, 1825),
    /// Months after which a watch is reviewed.
    WATCH_MONTHS("Veille revue tous les", "mois", 3, 1, 12),
    /// Persons followed by one coordinator over a year, lower bound.
    CASELOAD_LOW(
            "File active annuelle par coordonnateur, bas",
            "personnes",
            150,
            1,
            1000,
            "guide DGOS 2012, partie 1 §2 C\u00A0: 150 à 200"),
    /// Persons followed by one coordinator over a year, upper bound.
    CASELOAD_HIGH(
            "File active annuelle par coordonnateur, haut",
            "personnes",
            200,
            1,
            1000,
            "guide DGOS 2012, partie 1 §2 C\u00A0: 150 à 200"),
    /// Persons followed by the whole service over a year.
    CASELOAD_SERVICE(
            "File active annuelle du service",
            "personnes",
            1000,
            1,
            20000,
            "guide DGOS 2012, partie 1 §2 C\u00A0: environ 1 000"),
    /// Share of the national mean of a theme under which its file active is said to be low;
    /// gerontology has its own floor of 150.
    LOW_FILE_PERCENT(
            "File active d’un thème dite faible sous",
            "% de la moyenne nationale",
            51,
            0,
            100,
            "proposition Maillage, d’après le guide DGOS 2012, partie 1 §1 C\u00A0: plancher de 150 en"
                    + " gérontologie pour une moyenne de 292"),
    /// Points from which a situation is at risk of complexity (level 1).
    GRID_LEVEL_1("Grille\u00A0: niveau 1 à partir de", "points", 3, 0, 100),
    /// Points from which a situation is complex (level 2, or 3 when long term).
    GRID_LEVEL_2("Grille\u00A0: niveau 2 ou 3 à partir de", "points", 8, 0, 100),
    /// Days the professionals of the circle may still read a file after the exit, for the relay;
    /// also the default of the view `casefile.relay`.
    RELAY_READ_DAYS(
            "Lecture par le cercle après la sortie",
            "jours",
            30,
            0,
            365,
            "proposition Maillage (CSP L.1110-4)"),
    /// Days of warning before a right ends, by kind: time to ask for its renewal. Also the default
    /// of the view `casefile.open_right`.
    RIGHT_NOTICE_ALD("Droit qui se termine, ALD\u00A0: prévenir", "jours avant", 90, 0, 365),
    RIGHT_NOTICE_C2S("Droit qui se termine, C2S\u00A0: prévenir", "jours avant", 90, 0, 365),
    RIGHT_NOTICE_AME("Droit qui se termine, AME\u00A0: prévenir", "jours avant", 60, 0, 365),
    RIGHT_NOTICE_APA("Droit qui se termine, APA\u00A0: prévenir", "jours avant", 90, 0, 365),
    RIGHT_NOTICE_PCH("Droit qui se termine, PCH\u00A0: prévenir", "jours avant", 180, 0, 365),
    RIGHT_NOTICE_AAH("Droit qui se termine, AAH\u00A0: prévenir", "jours avant", 180, 0, 365),
    RIGHT_NOTICE_AEEH("Droit qui se termine, AEEH\u00A0: prévenir", "jours avant", 180, 0, 365),
    RIGHT_NOTICE_PROTECTION(
            "Droit qui se termine, mesure de protection\u00A0: prévenir",
            "jours avant",
            180,
            0,
            365),
    RIGHT_NOTICE_INVALIDITE(
            "Droit qui se termine, pension d’invalidité\u00A0: prévenir",
            "jours avant",
            90,
            0,
            365),
    RIGHT_NOTICE_AUTRE("Droit qui se termine, autre\u00A0: prévenir", "jours avant", 60, 0, 365),
    /// Days of warning before an appeal against a refusal is too late.
    APPEAL_NOTICE_DAYS("Recours encore possible\u00A0: prévenir", "jours avant", 30, 0, 90),
    /// Days after which an invitation nobody accepted is dead.
    INVITATION_DAYS("Invitation valable", "jours", 7, 1, 60),
    /// Days without a sign-in after which an account is listed as unused.
    UNUSED_ACCOUNT_DAYS("Compte signalé sans connexion depuis", "jours", 90, 7, 730),
    /// Where the address of a letter begins on an A4 sheet, for the window at the right of a DL or
    /// C5 envelope: six lines of 38 characters (NF Z 10-011) always in sight, however the sheet
    /// slides.
    LETTER_ADDRESS_LEFT(
            "Courrier\u00A0: adresse à partir du bord gauche de la feuille",
            "mm",
            110,
            90,
            120,
            "usage postal français, fenêtre à droite (NF Z 10-011 pour l’adresse)"),
    LETTER_ADDRESS_TOP(
            "Courrier\u00A0: adresse à partir du haut de la feuille",
            "mm",
            55,
            40,
            70,
            "usage postal français, fenêtre à droite (NF Z 10-011 pour l’adresse)"),
    /// Whether professionals without an account may send a request by the public page.
    PUBLIC_FORM("Formulaire de demande en ligne\u00A0: 1 = ouvert, 0 = fermé", "", 1, 0, 1),
    /// Days granted beyond the tolerance of the plan before an act nobody marked is an alert.
    ACT_GRACE_DAYS("Acte du plan non fait", "jours après la tolérance du plan", 0, 0, 60),
    /// As above for a recommended consultation: its report takes longer to come.
    CONSULTATION_GRACE_DAYS(
            "Consultation recommandée sans nouvelle", "jours après la tolérance du plan", 7, 0, 90),
    /// Days a plan may be written before it is asked why nobody was sent it.
    PPS_SEND_DAYS("PPS en préparation depuis", "jours", 30, 1, 180),
    /// Days a retained problem may stay without an intervention.
    PROBLEM_DAYS("Problème sans intervention depuis", "jours", 30, 1, 180),
    /// Days after the return home during which an unplanned stay is still told.
    STAY_TOLD_DAYS(
            "Hospitalisation non programmée\u00A0: signalée jusqu’à",
            "jours après le retour",
            7,
            0,
            60),
    /// Two unplanned stays within these days ask for the plan to be looked at again.
    STAYS_WITHIN_DAYS("Deux hospitalisations non programmées en", "jours", 90, 7, 365),
    /// Score of the carer from which it is an alert.
    CARER_SCORE(
            "Charge de l’aidant, mini-Zarit à partir de",
            "points sur 7",
            4,
            1,
            7,
            "Revel 2002\u00A0: charge modérée à sévère à partir de 4"),
    /// Days the code printed on an emergency sheet opens it.
    SHEET_DAYS("Fiche pour les urgences\u00A0: code valable", "jours", 180, 1, 730),
    /// Whether the plan in force leaves for the hospital by itself at the entry.
    PLAN_TO_HOSPITAL(
            "Entrée à l’hôpital\u00A0: 1 = le plan en vigueur part de lui-même, 0 = à la main",
            "",
            1,
            0,
            1,
            "guide DGOS 2012, fiche L3 §3\u00A0: plan à disposition de l’établissement\u00A0; envoi de lui-même\u00A0: proposition Maillage"),
    /// Days after discharge within which a visit is expected.
    DISCHARGE_VISIT_HOURS("Visite après retour d’hospitalisation sous", "heures", 48, 12, 240),
    /// Length of a home visit, by what calls for it.
    VISIT_MINUTES("Tournées\u00A0: visite de suivi", "minutes", 60, 10, 240),
    VISIT_MINUTES_REASSESS("Tournées\u00A0: visite de réévaluation", "minutes", 90, 10, 240),
    VISIT_MINUTES_RETURN(
            "Tournées\u00A0: visite après retour d’hospitalisation", "minutes", 60, 10, 240),
    VISIT_MINUTES_URGENT("Tournées\u00A0: évaluation d’urgence", "minutes", 75, 10, 240),
    /// Days before its date from which a reassessment visit may be made.
    VISIT_REASSESS_DAYS("Tournées\u00A0: réévaluation possible", "jours avant", 21, 0, 120),
    /// Break at 12:30 of a day whose hours have none.
    VISIT_MIDDAY_MINUTES(
            "Tournées\u00A0: pause à 12 h 30 si les horaires n’en ont pas", "minutes", 45, 0, 120),
    /// Days after its last one during which a proposal of rounds is kept.
    ROUNDS_KEPT_DAYS(
            "Tournées\u00A0: propositions gardées", "jours après leur dernier jour", 90, 7, 730),
    /// Whether a visit is made only by those whose sector it is (the référent always may).
    VISIT_SECTORS_BIND(
            "Tournées\u00A0: 1 = chacun dans ses secteurs, 0 = secteurs indicatifs", "", 1, 0, 1),
    /// Length of the road for 100 of the straight line between two communes.
    TRAVEL_DETOUR("Trajets\u00A0: route pour 100 à vol d’oiseau", "", 130, 100, 250),
    /// Speed inside a town: four kilometres at each end of a way that is one.
    TRAVEL_TOWN_KMH("Trajets\u00A0: vitesse en ville", "km/h", 25, 5, 90),
    /// Speed of any other way.
    TRAVEL_COUNTRY_KMH("Trajets\u00A0: vitesse hors des villes", "km/h", 50, 10, 130),
    /// A commune is a town from so many inhabitants on.
    TRAVEL_TOWN_INHABITANTS(
            "Trajets\u00A0: une ville à partir de", "habitants", 10_000, 500, 500_000),
    /// Added to each way.
    TRAVEL_STOP_MINUTES("Trajets\u00A0: partir et se garer", "minutes", 5, 0, 30),
    /// Way between two homes of one commune.
    TRAVEL_INSIDE_METRES(
            "Trajets\u00A0: entre deux domiciles d’une commune", "mètres", 2_000, 0, 20_000);

    /// Those that only say when a rule of alerts speaks: they are set on the page of the rules.
    public static final Set<Setting> OF_ALERTS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            ACT_GRACE_DAYS,
                            CONSULTATION_GRACE_DAYS,
                            RECEIPT_DAYS,
                            SILENCE_DAYS,
                            PPS_SEND_DAYS,
                            REASSESS_NOTICE_DAYS,
                            NO_CONTACT_DAYS,
                            NO_ACTOR_DAYS,
                            PROBLEM_DAYS,
                            STAY_TOLD_DAYS,
                            STAYS_WITHIN_DAYS,
                            DISCHARGE_VISIT_HOURS,
                            CARER_SCORE,
                            RCP_DAYS,
                            HANDOVER_DAYS,
                            WATCH_MONTHS,
                            APPEAL_NOTICE_DAYS));

    private final String label;
    private final String unit;
    private final int byDefault;
    private final int min;
    private final int max;
    private final String source;

    /// A default no document gives.
    Setting(String label, String unit, int byDefault, int min, int max) {
        this(label, unit, byDefault, min, max, "proposition Maillage");
    }

    Setting(String label, String unit, int byDefault, int min, int max, String source) {
        this.label = label;
        this.unit = unit;
        this.byDefault = byDefault;
        this.min = min;
        this.max = max;
        this.source = source;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// The unit on screen.
    public String unit() {
        return unit;
    }

    /// The value when the structure set none.
    public int byDefault() {
        return byDefault;
    }

    /// Smallest value accepted.
    public int min() {
        return min;
    }

    /// Greatest value accepted.
    public int max() {
        return max;
    }

    /// Where the default comes from; « proposition Maillage » when no document gives it.
    public String source() {
        return source;
    }
}
