package fr.maillage.followup.internal.liaison;

/// How a point de coordination was held. Source: guide DGOS 2012, fiche O1 §3 (réunion physique ou
/// téléphone).
enum PointMode {
    TELEPHONE("Par téléphone", "par téléphone"),
    PRESENCE("En présence", "en présence"),
    VISIO("En visioconférence", "en visioconférence");

    final String label;
    final String words;

    PointMode(String label, String words) {
        this.label = label;
        this.words = words;
    }
}
