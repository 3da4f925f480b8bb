package fr.maillage.correspondence.internal;

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

    /// The words of a stored code; empty for one nobody knows any more.
    static String label(String code) {
        for (var kind : values()) if (kind.name().equals(code)) return kind.label;
        return "";
    }
}
