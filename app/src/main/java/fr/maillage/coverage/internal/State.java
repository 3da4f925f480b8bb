package fr.maillage.coverage.internal;

/// What is known of a commune for a theme and a year. Told by a pattern and by words, never by
/// colour alone.
enum State {
    FOLLOWED("f", "Déclarée et suivie", "onze personnes ou plus y sont suivies"),
    MASKED("m", "Déclarée, moins de 11 suivis", "0 à 10 personnes\u00a0: le nombre est masqué"),
    WITHHELD("w", "Nombre retenu (n.c.)", "publié sans son nombre\u00a0: zéro, ou davantage"),
    SILENT("s", "Déclarée, rien de publié", "personne n’y publie ce thème cette année"),
    OVERFLOW("o", "Suivie hors du territoire déclaré", "personne ne la déclare"),
    SOON("n", "Bientôt couverte", "une structure s’y prépare"),
    HOLE("h", "Ni déclarée ni suivie (11 ou plus)", "un trou, ou moins de 11 suivis"),
    ONE("d", "Déclarée par une structure", ""),
    SEVERAL("r", "Déclarée par plusieurs structures", "recouvrement");

    private final String pattern;
    private final String label;
    private final String meaning;

    State(String pattern, String label, String meaning) {
        this.pattern = pattern;
        this.label = label;
        this.meaning = meaning;
    }

    /// Letter of the pattern it is drawn with.
    String pattern() {
        return pattern;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }
}
