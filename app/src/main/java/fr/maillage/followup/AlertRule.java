package fr.maillage.followup;

import fr.maillage.kernel.Typography;
import java.util.Locale;

/// What may fail to happen, and how much it weighs.
///
/// Urgency of an alert = weight of the rule + days late (at most 60) + 5 × level of the situation.
/// « Proposition Maillage »: no document gives a formula. It is shown on hover, and the list is
/// sorted by it.
public enum AlertRule {
    URGENCE_24H("Urgence 24 h", 200, "urgent"),
    URGENCE_48H("Urgence 48 h", 190, "urgent"),
    ACTE_NON_FAIT("Acte non fait", 60, "alert-circle"),
    RELAIS_SANS_ACCUSE("Relais muet", 50, "send"),
    MT_SILENCIEUX("MT sans réponse", 45, "hourglass"),
    SANS_CONTACT("Sans contact", 40, "phone"),
    SANS_ACTEUR("Sans acteur", 35, "circle-dashed"),
    NIVEAU_3_SANS_RCP("Niveau 3 sans RCP", 33, "affiliate"),
    RECOURS_POSSIBLE("Recours possible", 55, "scale"),
    DROIT_QUI_SE_TERMINE("Droit qui se termine", 38, "hourglass"),
    DEMARCHE_A_FAIRE("Démarche à faire", 32, "list-check"),
    REEVALUATION("Réévaluation", 30, "refresh"),
    VEILLE_A_REVOIR("Veille à revoir", 20, "eye");

    /// Days late stop counting there, so that an old alert does not hide an urgent one.
    public static final int MOST_DAYS = 60;

    /// What each level of complexity adds.
    public static final int PER_LEVEL = 5;

    private final String label;
    private final int weight;
    private final String icon;

    AlertRule(String label, int weight, String icon) {
        this.label = label;
        this.weight = weight;
        this.icon = icon;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// What the rule weighs in the urgency.
    public int weight() {
        return weight;
    }

    /// The icon that goes with the words.
    public String icon() {
        return icon;
    }

    /// The formula with its figures, for whoever asks why this alert stands here.
    public String explain(long daysLate, int level) {
        return "Urgence "
                + urgency(daysLate, level)
                + Typography.NBSP
                + ": "
                + label.toLowerCase(Locale.FRENCH)
                + " "
                + weight
                + " + jours de retard "
                + Math.clamp(daysLate, 0, MOST_DAYS)
                + " (60 au plus) + 5 × niveau "
                + Math.max(level, 0);
    }

    /// An urgent evaluation is done, it is not put off.
    public boolean mayWait() {
        return this != URGENCE_24H && this != URGENCE_48H;
    }

    /// The formula; the sweep computes the same in SQL.
    ///
    /// @param daysLate negative when the day has not come
    public int urgency(long daysLate, int level) {
        return weight + (int) Math.clamp(daysLate, 0, MOST_DAYS) + PER_LEVEL * Math.max(level, 0);
    }
}
