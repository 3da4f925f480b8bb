package fr.maillage.network.internal.signin;

/// Sentences about signing in.
final class SignInPolicyText {

    static final String SAVED =
            "Enregistré\u00A0: chacun le lit dans son compte, et rien ne se ferme avant le jour dit.";

    private SignInPolicyText() {}

    /// « Aujourd’hui, 3 comptes qui lisent des données de santé n’ont pas de second facteur… ».
    static String without(int readers, int all) {
        if (all == 0)
            return "Aucun compte n’est sans second facteur, hors ceux que tous partagent.";
        return "Aujourd’hui, "
                + (readers == 1
                        ? "1 compte qui lit des données de santé n’a"
                        : readers + " comptes qui lisent des données de santé n’ont")
                + " pas de second facteur\u00A0; "
                + all
                + (all > 1 ? " comptes en tout." : " compte en tout.");
    }
}
