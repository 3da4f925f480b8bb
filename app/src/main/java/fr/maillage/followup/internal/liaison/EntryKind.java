package fr.maillage.followup.internal.liaison;

/// What a line of the notebook is.
enum EntryKind {
    TRANSMISSION("Transmission"),
    QUESTION("Question"),
    REPONSE("Réponse");

    final String label;

    EntryKind(String label) {
        this.label = label;
    }
}
