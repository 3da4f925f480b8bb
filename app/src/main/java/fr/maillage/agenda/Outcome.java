package fr.maillage.agenda;

/// What became of an appointment.
public enum Outcome {
    HONORE("A eu lieu"),
    ABSENTE("Personne absente"),
    ANNULE("Annulé"),
    REPORTE("Reporté");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /// The words on screen.
    public String label() {
        return label;
    }
}
