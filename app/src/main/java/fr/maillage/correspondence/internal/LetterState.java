package fr.maillage.correspondence.internal;

/// Where a letter stands. « À envoyer » includes printed: printing is not posting.
enum LetterState {
    BROUILLON("En cours d’écriture", "en cours d’écriture", "is-due", "edit"),
    A_ENVOYER("À envoyer", "à envoyer", "is-due", "clock"),
    ENVOYE("Parti", "partis", "is-done", "check"),
    ECHEC("Revenu, non remis", "revenus", "is-late", "alert-circle"),
    ANNULE("Annulé", "annulés", "", "x");

    private final String label;
    private final String several;
    private final String tone;
    private final String icon;

    LetterState(String label, String several, String tone, String icon) {
        this.label = label;
        this.several = several;
        this.tone = tone;
        this.icon = icon;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// The same after a number.
    String several() {
        return several;
    }

    /// The class its mark is drawn with; empty for none.
    String tone() {
        return tone;
    }

    /// The icon of its mark.
    String icon() {
        return icon;
    }
}
