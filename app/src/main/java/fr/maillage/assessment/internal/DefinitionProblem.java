package fr.maillage.assessment.internal;

/// A definition contradicts itself: a cycle, an unknown variable or question. Found when it is
/// loaded; names no answer.
final class DefinitionProblem extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DefinitionProblem(String message) {
        super(message);
    }
}
