package fr.maillage.followup.internal.screening;

/// What is awaited after a screening. Its task tells no health: who has no clinical part reads it
/// too.
enum StepKind {
    RENDEZ_VOUS(
            "Rendez-vous urgent d’ophtalmologie",
            "Rendez-vous d’ophtalmologie à obtenir sans attendre"),
    LECTURE("Lecture des photographies", "Dépistage\u00a0: lecture des photographies attendue"),
    RAPPEL("Rappel de dépistage", "Dépistage\u00a0: rappeler la personne");

    private final String label;
    private final String task;

    StepKind(String label, String task) {
        this.label = label;
        this.task = task;
    }

    String label() {
        return label;
    }

    String task() {
        return task;
    }
}
