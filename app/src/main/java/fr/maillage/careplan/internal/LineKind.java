package fr.maillage.careplan.internal;

/// Lines of a plan.
enum LineKind {
    PATHOLOGY("pathologies", "Pathologie"),
    GOAL("objectifs", "Objectif"),
    INTERVENTION("interventions", "Intervention"),
    AID("aides", "Aide");

    private final String path;
    private final String title;

    LineKind(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /// The lines an address names.
    static LineKind of(String path) {
        for (var kind : values()) if (kind.path.equals(path)) return kind;
        throw new IllegalArgumentException(path);
    }

    /// Its piece of an address.
    String path() {
        return path;
    }

    /// What one is, on screen.
    String title() {
        return title;
    }
}
