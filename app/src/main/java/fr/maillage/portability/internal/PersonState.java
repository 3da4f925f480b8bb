package fr.maillage.portability.internal;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;

/// What became of a line.
enum PersonState implements Marked {
    A_REPRENDRE("À reprendre", "", "circle-dashed"),
    A_DECIDER("Existe peut-être déjà", "is-due", "user-question"),
    REFUSEE("En erreur", "is-late", "alert-circle"),
    ECARTEE("Laissée de côté", "", "circle-x"),
    DEJA_REPRISE("Déjà reprise", "is-info", "checks"),
    REPRISE("Reprise", "is-done", "circle-check"),
    ANNULEE("Annulée", "", "circle-x");

    private final Mark mark;

    PersonState(String label, String tone, String icon) {
        mark = new Mark(label, tone, icon);
    }

    @Override
    public Mark mark() {
        return mark;
    }
}
