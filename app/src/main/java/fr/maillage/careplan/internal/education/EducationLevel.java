package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Levels of therapeutic education: first-level done by first-line professionals, complex
/// situations by networks at the request of the attending doctor. Source: SROS 2004 §4.3.1.
enum EducationLevel {
    PREMIER_RECOURS("Premier niveau, par le premier recours"),
    COMPLEXE("Situations complexes");

    private final String label;

    EducationLevel(String label) {
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
