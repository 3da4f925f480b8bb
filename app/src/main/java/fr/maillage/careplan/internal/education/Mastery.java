package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How far something is acquired; « proposition Maillage ».
enum Mastery {
    NON_ACQUIS("Pas encore acquis"),
    EN_COURS("En cours"),
    ACQUIS("Acquis");

    private final String label;

    Mastery(String label) {
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
