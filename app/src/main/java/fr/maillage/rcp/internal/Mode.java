package fr.maillage.rcp.internal;

/// How one meets.
enum Mode {
    SUR_PLACE("Sur place"),
    VISIO("En visioconférence"),
    TELEPHONE("Par téléphone");

    final String label;

    Mode(String label) {
        this.label = label;
    }
}
