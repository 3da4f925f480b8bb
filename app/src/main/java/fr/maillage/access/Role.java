package fr.maillage.access;

/// What a person is to the application. The role says which pages exist; the circle of care and the
/// structure say whose.
public enum Role {
    /// Secretary, reception: requests, contacts, names and status; no health content.
    SECRETARY("Secrétaire"),
    /// Coordonnateur d’appui: the whole file of the structure's persons.
    COORDINATOR("Coordonnateur d’appui"),
    /// Doctor of the team: like a coordinator, gives expertise.
    DOCTOR("Médecin de l’équipe"),
    /// Head of the structure: figures, lists with names and status; no health content.
    HEAD("Responsable de structure"),
    /// A member of a circle of care: GP, nurse, home help… sees the persons of whose circle they
    /// are, and their parts.
    PROFESSIONAL("Professionnel du cercle"),
    /// The person, or the carer who acts for them: their own plan.
    PATIENT("Usager"),
    /// Officer of the regional agency: published figures only, never a file.
    AGENCY("Agence régionale de santé"),
    /// National analyst: published figures of every region.
    NATIONAL("Niveau national"),
    /// Keeps the installation running; opens no file.
    ADMIN("Administration");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// Works in the structure itself.
    public boolean team() {
        return this == SECRETARY || this == COORDINATOR || this == DOCTOR || this == HEAD;
    }

    /// May read health content of the structure's files (`domain.md` of the field: directors and
    /// secretaries see names and status).
    public boolean clinical() {
        return this == COORDINATOR || this == DOCTOR;
    }
}
