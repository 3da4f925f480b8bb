package fr.maillage.agenda.internal;

/// What one goes to.
enum Kind {
    VISITE("Visite à domicile", 60),
    TELEPHONE("Appel", 15),
    BUREAU("Rendez-vous au bureau", 45),
    VISIO("Visio", 30),
    RCP("RCP", 60),
    REUNION("Réunion", 60),
    FORMATION("Formation", 180);

    final String label;

    /// Length when none is said.
    final int minutes;

    Kind(String label, int minutes) {
        this.label = label;
        this.minutes = minutes;
    }

    /// Whether one meets or hears the person there: a meeting about somebody is no contact with
    /// them. `agenda.with_the_person` says the same to the views.
    boolean withThePerson() {
        return this == VISITE || this == TELEPHONE || this == BUREAU || this == VISIO;
    }
}
