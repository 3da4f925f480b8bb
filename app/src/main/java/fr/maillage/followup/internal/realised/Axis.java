package fr.maillage.followup.internal.realised;

import java.util.Arrays;
import java.util.Optional;

/// How acts are broken down.
enum Axis {
    COORDONNATEUR("Coordonnateur", false),
    ANTENNE("Antenne", false),
    PROFESSIONNEL("Professionnel", true),
    PERSONNE("Personne", false),
    PROTOCOLE("Protocole", true),
    TYPE("Type d’acte", true);

    private final String label;
    private final boolean health;

    Axis(String label, boolean health) {
        this.label = label;
        this.health = health;
    }

    String label() {
        return label;
    }

    /// A name in the list of one of its lines would say what somebody is cared for: a director sees
    /// the count, not the names.
    boolean health() {
        return health;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Axis> of(String code) {
        return Arrays.stream(values()).filter(axis -> axis.code().equals(code)).findFirst();
    }
}
