package fr.maillage.followup.internal.screening;

import java.util.Optional;

/// What a retinal screening concluded for the eye, as its questionnaire computes it.
enum Conclusion {
    SUSPICION("Pathologie suspectée", "is-late", "alert-triangle"),
    ILLISIBLE("Photographies illisibles", "is-due", "alert-circle"),
    NORMAL("Pas de rétinopathie vue", "is-done", "circle-check"),
    ATTENTE("Lecture attendue", "is-due", "clock"),
    ABSENCE("Ne s’est pas présentée", "is-due", "alert-circle"),
    REFUS("A refusé", "", "circle");

    private final String label;
    private final String mark;
    private final String icon;

    Conclusion(String label, String mark, String icon) {
        this.label = label;
        this.mark = mark;
        this.icon = icon;
    }

    String label() {
        return label;
    }

    String mark() {
        return mark;
    }

    String icon() {
        return icon;
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
