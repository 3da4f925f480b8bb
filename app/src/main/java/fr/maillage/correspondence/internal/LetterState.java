package fr.maillage.correspondence.internal;

/// Where a letter stands. « À envoyer » includes printed: printing is not posting.
enum LetterState {
    BROUILLON("En cours d’écriture", "en cours d’écriture"),
    A_ENVOYER("À envoyer", "à envoyer"),
    ENVOYE("Parti", "partis"),
    ECHEC("Revenu, non remis", "revenus"),
    ANNULE("Annulé", "annulés");

    private final String label;
    private final String several;

    LetterState(String label, String several) {
        this.label = label;
        this.several = several;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// The same after a number.
    String several() {
        return several;
    }
}
