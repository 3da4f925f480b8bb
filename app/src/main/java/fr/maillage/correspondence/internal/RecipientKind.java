package fr.maillage.correspondence.internal;

import java.util.Arrays;
import java.util.Optional;

/// To whom a letter goes.
enum RecipientKind {
    MEDECIN_TRAITANT("médecin traitant"),
    ADRESSEUR("adresseur"),
    INTERVENANT("intervenant"),
    PERSONNE("la personne"),
    REPRESENTANT("représentant"),
    STRUCTURE("structure"),
    AUTRE("autre destinataire");

    private final String label;

    RecipientKind(String label) {
        this.label = label;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// The kind of a stored code; empty for one nobody knows.
    static Optional<RecipientKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }

    /// The words of a stored code; empty for one nobody knows any more.
    static String label(String code) {
        return find(code).map(RecipientKind::label).orElse("");
    }
}
