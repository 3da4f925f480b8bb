package fr.maillage.correspondence.internal;

/// Why the post brought a letter back.
enum ReturnReason {
    NPAI("N’habite pas à l’adresse indiquée (NPAI)"),
    REFUSE("Refusé par le destinataire"),
    NON_RECLAME("Non réclamé"),
    DECEDE("Destinataire décédé"),
    AUTRE("Autre motif");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    /// The words on screen.
    String label() {
        return label;
    }
}
