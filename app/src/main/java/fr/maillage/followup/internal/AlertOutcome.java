package fr.maillage.followup.internal;

/// Suite de l’alerte: what a person says when closing it.
enum AlertOutcome {
    FAIT("Fait"),
    REPROGRAMME("Reprogrammé"),
    RELANCE("Relancé"),
    MT_PREVENU("MT prévenu"),
    PLAN_ADAPTE("Plan adapté"),
    PLUS_D_ACTUALITE("Plus d’actualité");

    final String label;

    AlertOutcome(String label) {
        this.label = label;
    }
}
