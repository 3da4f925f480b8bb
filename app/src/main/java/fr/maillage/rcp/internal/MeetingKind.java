package fr.maillage.rcp.internal;

/// What is held. Only an RCP answers what level 3 asks.
enum MeetingKind {
    RCP("RCP"),
    SYNTHESE("Réunion de synthèse");

    final String label;

    MeetingKind(String label) {
        this.label = label;
    }
}
