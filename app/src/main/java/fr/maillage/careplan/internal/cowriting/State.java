package fr.maillage.careplan.internal.cowriting;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;

/// Where a suggestion stands.
enum State implements Marked {
    ATTEND(new Mark("En attente de réponse", "is-due", "hourglass")),
    ACCEPTEE(new Mark("Acceptée", "is-done", "circle-check")),
    AMENDEE(new Mark("Acceptée, modifiée", "is-done", "edit")),
    REFUSEE(new Mark("Refusée", "", "x")),
    RETIREE(new Mark("Retirée par son auteur", "", "arrow-back-up"));

    private final Mark mark;

    State(Mark mark) {
        this.mark = mark;
    }

    @Override
    public Mark mark() {
        return mark;
    }
}
