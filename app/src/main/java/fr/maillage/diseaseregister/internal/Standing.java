package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.CasesScreens.Which;
import java.time.LocalDate;
import java.util.List;

/// Where a case stands on a day, by the version that serves: what is awaited of it and what is
/// wrong with it. The lists of a register and their counts are read from it.
record Standing(Case one, List<Case.Due> due, List<Quality.Fault> faults) {

    static List<Standing> of(List<Case> held, Definition definition, LocalDate today) {
        return held.stream()
                .map(one ->
                        new Standing(
                                one,
                                one.due(definition, today),
                                Quality.of(definition, one, today)))
                .toList();
    }

    static int count(List<Standing> standings, Which which) {
        return (int) standings.stream().filter(s -> s.in(which)).count();
    }

    boolean late() {
        return due.stream().anyMatch(Case.Due::late);
    }

    /// Whether it is in a list that the case alone decides; never in the others.
    boolean in(Which which) {
        return switch (which) {
            case TOUS -> true;
            case ATTENDUS -> !due.isEmpty();
            case RETARD -> late();
            case QUALITE -> !faults.isEmpty();
            case DOUBLONS, EXAMINER -> false;
        };
    }
}
