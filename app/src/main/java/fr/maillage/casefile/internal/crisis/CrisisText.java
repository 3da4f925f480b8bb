package fr.maillage.casefile.internal.crisis;

/// The French sentences of the crisis plan.
final class CrisisText {

    static final String SAVED = "Consignes enregistrées.";
    static final String CHANGED = "Consignes de crise mises à jour";
    static final String SOMETHING = "Écrivez au moins qui appeler, ou que faire.";
    static final String IN_FUTURE = "Cette date est dans le futur.";

    private CrisisText() {}
}
