package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who runs a programme or a session.
enum RunBy {
    STRUCTURE("La structure"),
    HORS("Hors de la structure");

    private final String label;

    RunBy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(v -> new Option(v.name(), v.label, false)).toList();
    }

    static Set<String> codes() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());
    }
}
