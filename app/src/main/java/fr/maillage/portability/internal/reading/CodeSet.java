package fr.maillage.portability.internal.reading;

/// Values of ours that a column may hold in the words of another tool; the words known already are
/// in `portability/codes.csv`.
public enum CodeSet {
    SEX("Sexe"),
    SITUATION("Situation"),
    THEME("Thème"),
    LEVEL("Niveau"),
    MEMBER("Référent"),
    PRACTITIONER("Professionnels à rapprocher de l’annuaire"),
    MT_STATE("État du médecin traitant"),
    CONSENT("Accord à l’accompagnement"),
    CONSENT_FORM("Forme de l’accord"),
    SHARING("Partage dans l’équipe de soins"),
    ROLE("Rôle dans le cercle"),
    STANDING("Appartenance à l’équipe de soins"),
    PART("Parties du plan"),
    ACT_TYPE("Nature de l’intervention"),
    RIGHT("Droit ou mesure"),
    RIGHT_STATE("État du droit");

    private final String label;

    CodeSet(String label) {
        this.label = label;
    }

    /// The words on screen.
    public String label() {
        return label;
    }
}
