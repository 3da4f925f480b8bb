package fr.maillage.followup.internal.screening;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;
import java.util.Optional;

/// What a retinal screening concluded for the eye, as its questionnaire computes it.
enum Conclusion implements Marked {
    SUSPICION("Pathologie suspectée", "is-late", "alert-triangle"),
    ILLISIBLE("Photographies illisibles", "is-due", "alert-circle"),
    NORMAL("Pas de rétinopathie vue", "is-done", "circle-check"),
    ATTENTE("Lecture attendue", "is-due", "clock"),
    ABSENCE("Ne s’est pas présentée", "is-due", "alert-circle"),
    REFUS("A refusé", "", "circle");

    private final Mark mark;

    Conclusion(String label, String tone, String icon) {
        mark = new Mark(label, tone, icon);
    }

    @Override
    public Mark mark() {
        return mark;
    }

    /// What is to be done next; empty when nothing is.
    Optional<StepKind> next() {
        return switch (this) {
            case SUSPICION -> Optional.of(StepKind.RENDEZ_VOUS);
            case ATTENTE -> Optional.of(StepKind.LECTURE);
            case ILLISIBLE, NORMAL, ABSENCE -> Optional.of(StepKind.RAPPEL);
            case REFUS -> Optional.empty();
        };
    }
}
