package fr.maillage.planning.internal;

import fr.maillage.network.Setting;

/// What calls for a visit, the most pressing first.
enum Reason {
    URGENCE("Évaluation d’urgence", Setting.VISIT_MINUTES_URGENT),
    RETOUR("Retour d’hospitalisation", Setting.VISIT_MINUTES_RETURN),
    DEMANDEE("Demandée", Setting.VISIT_MINUTES),
    REEVALUATION("Réévaluation", Setting.VISIT_MINUTES_REASSESS),
    SUIVI("Suivi", Setting.VISIT_MINUTES);

    final String label;

    /// How long one stays.
    final Setting minutes;

    Reason(String label, Setting minutes) {
        this.label = label;
        this.minutes = minutes;
    }
}
