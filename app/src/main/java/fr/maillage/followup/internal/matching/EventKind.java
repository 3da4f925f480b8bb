package fr.maillage.followup.internal.matching;

/// What may show that a planned act was done.
enum EventKind {
    VISITE("Rendez-vous tenu", "home-heart"),
    DOCUMENT("Document reçu", "file-text"),
    CONTACT("Échange noté", "phone"),
    SEJOUR("Séjour terminé", "building-hospital"),
    EVALUATION("Évaluation terminée", "clipboard-check"),
    RELAIS("Relais accusé", "send");

    final String label;
    final String icon;

    EventKind(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }
}
