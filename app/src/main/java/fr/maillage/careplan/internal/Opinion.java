package fr.maillage.careplan.internal;

/// The second axis: what the attending doctor said of a version.
enum Opinion {
    ATTENDU,
    VALIDE,
    VALIDE_APRES_AMENDEMENT,
    MODIFICATION_DEMANDEE,
    SANS_OBJET,
    /// Of care that went on in another tool: nobody was asked.
    NON_DEMANDE;

    /// The plan counts as validated.
    boolean validates() {
        return this == VALIDE || this == VALIDE_APRES_AMENDEMENT;
    }

    /// It says nothing without words.
    boolean needsWords() {
        return this == VALIDE_APRES_AMENDEMENT || this == MODIFICATION_DEMANDEE;
    }
}
