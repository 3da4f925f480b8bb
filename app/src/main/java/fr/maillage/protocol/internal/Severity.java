package fr.maillage.protocol.internal;

/// How soon one acts when a constraint is not kept.
enum Severity {
    ROUGE("appeler le jour même", "is-late"),
    ORANGE("dans la semaine", "is-due"),
    JAUNE("à la prochaine revue", "is-info");

    private final String label;
    private final String tone;

    Severity(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    String label() {
        return label;
    }

    String tone() {
        return tone;
    }
}
