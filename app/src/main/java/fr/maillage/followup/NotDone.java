package fr.maillage.followup;

/// Why a planned act was not done.
public enum NotDone {
    REFUS("Refus"),
    ABSENTE("Absente ou injoignable"),
    HOSPITALISEE("Hospitalisée"),
    PROFESSIONNEL_INDISPONIBLE("Professionnel indisponible"),
    DELAI("Délai trop long"),
    AUCUN_INTERVENANT("Aucun intervenant trouvé"),
    TRANSPORT("Transport"),
    RESTE_A_CHARGE("Reste à charge"),
    DROIT_NON_OUVERT("Droit non ouvert"),
    ORDONNANCE_MANQUANTE("Ordonnance manquante"),
    PLUS_NECESSAIRE("Plus nécessaire");

    private final String label;

    NotDone(String label) {
        this.label = label;
    }

    /// The words on screen.
    public String label() {
        return label;
    }
}
