package fr.maillage.agenda.internal;

/// What became of an appointment.
enum Outcome {
    HONORE("A eu lieu"),
    ABSENTE("Personne absente"),
    ANNULE("Annulé"),
    REPORTE("Reporté");

    final String label;

    Outcome(String label) {
        this.label = label;
    }
}
