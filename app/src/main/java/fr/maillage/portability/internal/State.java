package fr.maillage.portability.internal;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;

/// Where a takeover stands.
enum State implements Marked {
    COLONNES("Colonnes à préciser", "is-due", "edit"),
    VALEURS("Valeurs à préciser", "is-due", "edit"),
    A_BLANC("Essai à blanc en cours", "is-info", "clock"),
    CONTROLEE("Essai à blanc terminé, rien n’est repris", "is-due", "circle-dashed"),
    EN_COURS("Reprise en cours", "is-info", "clock"),
    TERMINEE("Reprise terminée", "is-done", "circle-check"),
    ANNULATION("Annulation en cours", "is-info", "clock"),
    ANNULEE("Annulée", "", "circle-x"),
    ABANDONNEE("Abandonnée", "", "circle-x");

    private final Mark mark;

    State(String label, String tone, String icon) {
        mark = new Mark(label, tone, icon);
    }

    @Override
    public Mark mark() {
        return mark;
    }

    /// Work goes on in the background.
    boolean working() {
        return this == A_BLANC || this == EN_COURS || this == ANNULATION;
    }

    /// The columns and the values may still be changed.
    boolean open() {
        return this == COLONNES || this == VALEURS || this == CONTROLEE;
    }
}
