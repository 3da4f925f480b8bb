package fr.maillage.careplan.internal;

/// Where an aid stands.
enum AidState {
    A_DEMANDER("À demander", "is-due", "clipboard-list"),
    DEMANDE("Demandé", "is-info", "send"),
    ACCORDE("Accordé", "is-done", "check"),
    REFUSE("Refusé", "is-late", "circle-x"),
    EN_PLACE("En place", "is-done", "checks"),
    TERMINE("Terminé", "", "history");

    private final String label;
    private final String tone;
    private final String icon;

    AidState(String label, String tone, String icon) {
        this.label = label;
        this.tone = tone;
        this.icon = icon;
    }

    String label() {
        return label;
    }

    Mark mark() {
        return new Mark(tone, icon, label, null);
    }

    /// As the right it is linked to stands; an aid granted may besides be in place, or over.
    ///
    /// @param right state of the right: A_DEMANDER, DEMANDE, ACCORDE, REFUSE, RECOURS or CLOS
    /// @param noted the last step noted here, A_DEMANDER when there is none
    static AidState of(String right, AidState noted) {
        return switch (right) {
            case "A_DEMANDER" -> A_DEMANDER;
            case "DEMANDE", "RECOURS" -> DEMANDE;
            case "REFUSE" -> REFUSE;
            case "CLOS" -> TERMINE;
            default -> noted == EN_PLACE || noted == TERMINE ? noted : ACCORDE;
        };
    }
}
