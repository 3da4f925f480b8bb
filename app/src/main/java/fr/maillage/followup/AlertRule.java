package fr.maillage.followup;

import fr.maillage.network.Setting;
import org.jspecify.annotations.Nullable;

/// The registry of alert rules: what may fail to happen. What each looks for is one statement,
/// `followup/rules/CODE.sql`; a rule more is an entry here and its statement. Weight, addressee,
/// threshold by level, on or off are the structure's (`/reglages/alertes`), and a threshold may be
/// another one for a person.
public enum AlertRule {
    URGENCE_24H("Urgence 24 h", Family.URGENCE, 200, "urgent", null),
    URGENCE_48H("Urgence 48 h", Family.URGENCE, 190, "urgent", null),
    ACTE_NON_FAIT("Acte non fait", Family.PLAN, 60, "alert-circle", Setting.ACT_GRACE_DAYS),
    CONSULTATION_NON_FAITE(
            "Consultation non faite",
            Family.PLAN,
            62,
            "stethoscope",
            Setting.CONSULTATION_GRACE_DAYS),
    SURVEILLANCE("Surveillance du protocole", Family.PLAN, 48, "stethoscope", null),
    SANS_ACTEUR("Sans acteur", Family.PLAN, 35, "circle-dashed", Setting.NO_ACTOR_DAYS),
    PROBLEME_SANS_INTERVENTION(
            "Problème sans intervention", Family.PLAN, 34, "circle-dashed", Setting.PROBLEM_DAYS),
    REEVALUATION("Réévaluation", Family.PLAN, 30, "refresh", Setting.REASSESS_NOTICE_DAYS),
    PPS_SANS_ACCUSE(
            "PPS sans accusé de réception", Family.MEDECIN, 44, "mail", Setting.RECEIPT_DAYS),
    MT_SILENCIEUX("MT sans réponse", Family.MEDECIN, 45, "hourglass", Setting.SILENCE_DAYS),
    PPS_NON_ENVOYE("PPS non soumis", Family.MEDECIN, 25, "send", Setting.PPS_SEND_DAYS),
    RETOUR_SANS_VISITE(
            "Retour sans visite", Family.HOPITAL, 65, "home", Setting.DISCHARGE_VISIT_HOURS),
    DEUX_SEJOURS(
            "Hospitalisations répétées",
            Family.HOPITAL,
            58,
            "alert-triangle",
            Setting.STAYS_WITHIN_DAYS),
    SEJOUR_NON_PROGRAMME(
            "Hospitalisation non programmée",
            Family.HOPITAL,
            55,
            "alert-triangle",
            Setting.STAY_TOLD_DAYS),
    RELAIS_SANS_ACCUSE("Relais muet", Family.LIEN, 50, "send", Setting.HANDOVER_DAYS),
    AIDANT_EN_DIFFICULTE(
            "Aidant en difficulté", Family.LIEN, 42, "heart-handshake", Setting.CARER_SCORE),
    SANS_CONTACT("Sans contact", Family.LIEN, 40, "phone", Setting.NO_CONTACT_DAYS),
    NIVEAU_3_SANS_RCP("Niveau 3 sans RCP", Family.LIEN, 33, "affiliate", Setting.RCP_DAYS),
    VEILLE_A_REVOIR("Veille à revoir", Family.LIEN, 20, "eye", Setting.WATCH_MONTHS),
    RECOURS_POSSIBLE("Recours possible", Family.DROITS, 55, "scale", Setting.APPEAL_NOTICE_DAYS),
    DROIT_QUI_SE_TERMINE("Droit qui se termine", Family.DROITS, 38, "hourglass", null),
    DEMARCHE_A_FAIRE("Démarche à faire", Family.DROITS, 32, "list-check", null);

    /// Days late stop counting there, so that an old alert does not hide an urgent one.
    public static final int MOST_DAYS = 60;

    /// What each level of complexity adds.
    public static final int PER_LEVEL = 5;

    private final String label;
    private final Family family;
    private final int weight;
    private final String icon;
    private final @Nullable Setting threshold;

    AlertRule(String label, Family family, int weight, String icon, @Nullable Setting threshold) {
        this.label = label;
        this.family = family;
        this.weight = weight;
        this.icon = icon;
        this.threshold = threshold;
    }

    /// What a rule is about.
    public enum Family {
        URGENCE("Urgences"),
        PLAN("Plan et suivi"),
        MEDECIN("Médecin traitant"),
        HOPITAL("Hôpital"),
        LIEN("Lien et accompagnement"),
        DROITS("Droits et mesures");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        /// The words on screen.
        public String label() {
            return label;
        }
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    public Family family() {
        return family;
    }

    /// What the rule weighs in the urgency, unless the structure says otherwise.
    public int weight() {
        return weight;
    }

    /// The icon that goes with the words.
    public String icon() {
        return icon;
    }

    /// From when it speaks; null when its dates stand elsewhere (an urgency, a right, a protocol).
    public @Nullable Setting threshold() {
        return threshold;
    }

    /// Whether its cause is a dated act of the plan, which marking the act ends.
    public boolean ofAct() {
        return this == ACTE_NON_FAIT || this == CONSULTATION_NON_FAITE;
    }

    /// An urgent evaluation is done, it is not put off, nor its rule turned off.
    public boolean mayWait() {
        return this != URGENCE_24H && this != URGENCE_48H;
    }

    /// The urgency by the weight of the registry.
    ///
    /// @param daysLate negative when the day has not come
    public int urgency(long daysLate, int level) {
        return new Urgency(weight, 0, level, daysLate).total();
    }
}
