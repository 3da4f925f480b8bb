package fr.maillage.network.internal.competence;

/// How far a competence is mastered: « proposition Maillage », the guide gives no scale.
enum Mastered {
    A_ACQUERIR("À acquérir"),
    EN_COURS("En cours"),
    ACQUISE("Acquise"),
    TRANSMISE("La transmet");

    final String label;

    Mastered(String label) {
        this.label = label;
    }

    /// Calls for something: a training, a colleague.
    boolean toGrow() {
        return ordinal() < ACQUISE.ordinal();
    }
}
