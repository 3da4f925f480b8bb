package fr.maillage.network.internal.affiliation;

/// A professional's place in the network.
final class Affiliation {

    /// How they work (REQ-DIRECTORY-08).
    enum Status {
        LIBERAL("Libéral"),
        SALARIE("Salarié"),
        HOSPITALIER("Hospitalier");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// How they left; a voluntary exit has its reason.
    enum Left {
        VOLONTAIRE("Sortie volontaire"),
        RETRAITE("Retraite"),
        DEMENAGEMENT("Déménagement"),
        DECES("Décès"),
        AUTRE("Autre");

        private final String label;

        Left(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// Where they stand, as the list is divided.
    enum Standing {
        MEMBRES("Adhérents"),
        EXTERIEURS("Extérieurs au réseau"),
        SORTIS("Sortis");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private Affiliation() {}
}
