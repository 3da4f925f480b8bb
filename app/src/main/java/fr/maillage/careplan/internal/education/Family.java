package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Theme families of sessions. Source: evaluation of diabetes networks 2004, §2.6 (APA, éducation
/// alimentaire, gestion de la maladie).
enum Family {
    APA("Activité physique adaptée"),
    ALIMENTATION("Alimentation"),
    MALADIE("Gestion de la maladie");

    private final String label;

    Family(String label) {
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
