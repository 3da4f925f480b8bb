package fr.maillage.portability.internal;

/// What became of a line.
enum PersonState {
    A_REPRENDRE("À reprendre", "", "circle-dashed"),
    A_DECIDER("Existe peut-être déjà", "is-due", "user-question"),
    REFUSEE("En erreur", "is-late", "alert-circle"),
    ECARTEE("Laissée de côté", "", "circle-x"),
    DEJA_REPRISE("Déjà reprise", "is-info", "checks"),
    REPRISE("Reprise", "is-done", "circle-check"),
    ANNULEE("Annulée", "", "circle-x");

    private final String label;
    private final String tone;
    private final String icon;

    PersonState(String label, String tone, String icon) {
        this.label = label;
        this.tone = tone;
        this.icon = icon;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    String tone() {
        return tone;
    }

    String icon() {
        return icon;
    }
}
