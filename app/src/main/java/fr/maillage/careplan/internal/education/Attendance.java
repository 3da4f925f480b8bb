package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of an enrolment; who is excused leaves the place to somebody else.
enum Attendance {
    INSCRIT("Inscrit"),
    PRESENT("Présent"),
    ABSENT("Absent"),
    EXCUSE("Excusé");

    private final String label;

    Attendance(String label) {
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
