package fr.maillage.assessment.internal;

import java.util.List;
import java.util.stream.Collectors;

/// A definition cannot be used as it is written. Thrown when it is loaded, and by a computation
/// that a definition makes impossible; names no answer.
final class DefinitionProblem extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DefinitionProblem(Fault fault) {
        this("", List.of(fault));
    }

    /// @param canonical of the definition, for the log
    DefinitionProblem(String canonical, List<Fault> faults) {
        super(
                canonical
                        + (canonical.isEmpty() ? "" : ": ")
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /// What is wrong, in the order found.
    List<Fault> faults() {
        return faults;
    }
}
