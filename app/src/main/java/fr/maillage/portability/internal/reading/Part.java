package fr.maillage.portability.internal.reading;

import java.util.Arrays;
import java.util.Optional;

/// What the lines of a sheet are: persons, or what belongs to them by the number of their file.
public enum Part {
    PERSON("PERSONNES", "Personnes", "Personne"),
    CIRCLE("CERCLE", "Cercle", "Intervenant"),
    ACT("INTERVENTIONS", "Interventions", "Intervention"),
    RIGHT("DROITS", "Droits", "Droit");

    private final String code;
    private final String sheet;
    private final String one;

    Part(String code, String sheet, String one) {
        this.code = code;
        this.sheet = sheet;
        this.one = one;
    }

    public String code() {
        return code;
    }

    /// Name of its sheet in our own workbooks.
    public String sheet() {
        return sheet;
    }

    /// The word of a repeated group on a flat sheet: « Droit 1 ».
    public String one() {
        return one;
    }

    public static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
