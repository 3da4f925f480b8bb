package fr.maillage.network.internal.signin;

import fr.maillage.access.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Of whom a second factor is asked. The order is kept in the base.
enum Requirement {
    AU_CHOIX("Au choix de chacun"),
    SANTE("Exigé de qui lit des données de santé"),
    TOUS("Exigé de tous les comptes");

    /// Whoever reads health content of somebody else: the clinical team, the circles, and the head,
    /// who reads every concern and takes the whole of the data out.
    private static final Set<Role> READERS =
            Set.of(Role.COORDINATOR, Role.DOCTOR, Role.HEAD, Role.PROFESSIONAL);

    private final String label;

    Requirement(String label) {
        this.label = label;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// Whether it is asked of this role.
    boolean concerns(Role role) {
        return switch (this) {
            case AU_CHOIX -> false;
            case SANTE -> READERS.contains(role);
            case TOUS -> true;
        };
    }

    /// The roles it is asked of.
    Set<Role> roles() {
        return Arrays.stream(Role.values()).filter(this::concerns).collect(Collectors.toSet());
    }

    static Map<String, String> choices() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(values()).forEach(r -> words.put(r.name(), r.label));
        return words;
    }
}
