package fr.maillage.planning.internal;

/// Where a proposal is.
enum State {
    ATTENTE("En attente du calcul", "is-due", "hourglass"),
    CALCUL("Calcul en cours", "is-due", "refresh"),
    PRETE("À relire", "is-due", "list-check"),
    ACCEPTEE("Dans l’agenda", "is-done", "check"),
    ABANDONNEE("Abandonnée", "", "x"),
    ECHEC("Calcul interrompu", "is-late", "alert-circle");

    final String label;
    final String tone;
    final String icon;

    State(String label, String tone, String icon) {
        this.label = label;
        this.tone = tone;
        this.icon = icon;
    }

    boolean working() {
        return this == ATTENTE || this == CALCUL;
    }

    /// Whether it may still be corrected, computed again and accepted.
    boolean open() {
        return this == PRETE || this == ECHEC;
    }
}
