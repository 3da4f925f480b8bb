package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.List;

/// Consequences that make an unexpected event associated with care a grave one, to be declared.
/// Source: CSP R.1413-67.
enum Consequence {
    DECES("Décès"),
    PRONOSTIC_VITAL("Pronostic vital engagé"),
    DEFICIT_PERMANENT("Déficit fonctionnel permanent probable");

    final String label;

    Consequence(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(c -> new Option(c.name(), c.label, false)).toList();
    }
}
