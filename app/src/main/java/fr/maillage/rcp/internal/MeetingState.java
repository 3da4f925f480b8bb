package fr.maillage.rcp.internal;

/// Where a meeting is. Closed, what was said and who was there changes no more.
enum MeetingState {
    PREVUE("À venir", "calendar-event", ""),
    TENUE("Tenue", "circle-check", "is-done"),
    ANNULEE("Annulée", "circle-x", "is-late");

    final String label;
    final String icon;
    final String tone;

    MeetingState(String label, String icon, String tone) {
        this.label = label;
        this.icon = icon;
        this.tone = tone;
    }
}
