package fr.maillage.rcp.internal;

/// What somebody invited answered.
enum Answer {
    SUR_PLACE("Viendra", "circle-check", "is-done"),
    A_DISTANCE("Participera à distance", "circle-check", "is-done"),
    AVIS_PAR_TELEPHONE("Donnera son avis par téléphone", "phone", "is-info"),
    ABSENT("Ne viendra pas", "circle-x", "is-due");

    final String label;
    final String icon;
    final String tone;

    Answer(String label, String icon, String tone) {
        this.label = label;
        this.icon = icon;
        this.tone = tone;
    }
}
