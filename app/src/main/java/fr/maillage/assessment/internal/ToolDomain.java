package fr.maillage.assessment.internal;

import java.util.Arrays;
import java.util.Optional;

/// What a tool looks at, in the order the library shows. A definition names its domains by their
/// codes (`useContext`, focus); the first is the one it is filed under.
public enum ToolDomain {
    GLOBAL("global", "Vue d’ensemble"),
    MEDICAL("medical", "Médical"),
    AUTONOMIE("autonomie", "Autonomie"),
    CHUTE("chute", "Chutes et équilibre"),
    COGNITION("cognition", "Cognition"),
    PSYCHOLOGIQUE("psychologique", "Psychologique"),
    NUTRITION("nutrition", "Nutrition"),
    DOULEUR("douleur", "Douleur"),
    ESCARRE("escarre", "Escarre"),
    PALLIATIF("palliatif", "Soins palliatifs"),
    SOCIAL("social", "Social"),
    ENVIRONNEMENT("environnement", "Environnement"),
    AIDANT("aidant", "Aidants"),
    ADDICTION("addiction", "Addictions"),
    HANDICAP("handicap", "Handicap"),
    ENFANT("enfant", "Enfant et famille"),
    EDUCATION("education", "Éducation thérapeutique"),
    DEPISTAGE("depistage", "Dépistage"),
    /// A definition that names none, such as one a structure wrote for itself.
    AUTRE("autre", "Autres questionnaires");

    private final String code;
    private final String label;

    ToolDomain(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /// As definitions and addresses write it.
    public String code() {
        return code;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    static Optional<ToolDomain> of(String code) {
        return Arrays.stream(values()).filter(domain -> domain.code.equals(code)).findFirst();
    }
}
