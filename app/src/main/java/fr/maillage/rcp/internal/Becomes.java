package fr.maillage.rcp.internal;

/// What a decision becomes.
enum Becomes {
    INTERVENTION("Une intervention du PPS"),
    OBJECTIF("Un objectif du PPS"),
    TACHE("Une tâche de l’équipe"),
    RIEN("Rien de plus que cette ligne");

    final String label;

    Becomes(String label) {
        this.label = label;
    }

    /// Whether it is written in a draft of the plan.
    boolean inThePlan() {
        return this == INTERVENTION || this == OBJECTIF;
    }
}
