package fr.maillage.careplan.internal;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;

/// Where an aid stands.
enum AidState implements Marked {
    A_DEMANDER("À demander", "is-due", "clipboard-list"),
    DEMANDE("Demandé", "is-info", "send"),
    ACCORDE("Accordé", "is-done", "check"),
    REFUSE("Refusé", "is-late", "circle-x"),
    EN_PLACE("En place", "is-done", "checks"),
    TERMINE("Terminé", "", "history");

    private final Mark mark;

    AidState(String label, String tone, String icon) {
        mark = new Mark(label, tone, icon);
    }

    @Override
    public Mark mark() {
        return mark;
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
