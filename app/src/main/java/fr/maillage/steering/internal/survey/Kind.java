package fr.maillage.steering.internal.survey;

/// What a question asks for; names are those of the database.
enum Kind {
    CHOIX("Un seul choix"),
    PLUSIEURS("Plusieurs choix"),
    ECHELLE("Échelle"),
    NOMBRE("Nombre"),
    DATE("Date"),
    TEXTE("Texte libre");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean choices() {
        return this == CHOIX || this == PLUSIEURS;
    }
}
