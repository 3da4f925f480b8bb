package fr.maillage.agenda.internal;

/// What one goes to.
enum Kind {
    VISITE("Visite à domicile", 60, "home-heart"),
    TELEPHONE("Appel", 15, "phone"),
    BUREAU("Rendez-vous au bureau", 45, "building"),
    VISIO("Visio", 30, "device-mobile"),
    RCP("RCP", 60, "affiliate"),
    SYNTHESE("Réunion de synthèse", 60, "clipboard-list"),
    REUNION("Réunion", 60, "users"),
    FORMATION("Formation", 180, "book");

    final String label;

    /// Name of the icon that stands beside the word.
    final String icon;

    /// Length when none is said.
    final int minutes;

    Kind(String label, int minutes, String icon) {
        this.label = label;
        this.minutes = minutes;
        this.icon = icon;
    }

    /// Whether one meets or hears the person there: a meeting about somebody is no contact with
    /// them. `agenda.with_the_person` says the same to the views.
    boolean withThePerson() {
        return this == VISITE || this == TELEPHONE || this == BUREAU || this == VISIO;
    }
}
