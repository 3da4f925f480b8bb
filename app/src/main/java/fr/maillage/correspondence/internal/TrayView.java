package fr.maillage.correspondence.internal;

/// A view of the tray.
enum TrayView {
    A_IMPRIMER(LetterState.A_ENVOYER, "NON", "à imprimer"),
    IMPRIMES(LetterState.A_ENVOYER, "OUI", "imprimés, à poster"),
    ENVOYE(LetterState.ENVOYE, "", LetterState.ENVOYE.several()),
    ECHEC(LetterState.ECHEC, "", LetterState.ECHEC.several()),
    BROUILLON(LetterState.BROUILLON, "", LetterState.BROUILLON.several()),
    ANNULE(LetterState.ANNULE, "", LetterState.ANNULE.several());

    private final LetterState state;
    private final String printed;
    private final String label;

    TrayView(LetterState state, String printed, String label) {
        this.state = state;
        this.printed = printed;
        this.label = label;
    }

    /// The view of a code; what is to print for one nobody knows.
    static TrayView of(String code) {
        for (var view : values()) if (view.name().equals(code)) return view;
        return A_IMPRIMER;
    }

    LetterState state() {
        return state;
    }

    /// OUI: printed in a batch; NON: not yet; empty: it does not matter.
    String printed() {
        return printed;
    }

    String label() {
        return label;
    }
}
