package fr.maillage.access.internal;

/// Every sentence of the module.
final class AccessText {

    static final String WRONG =
            "Identifiant ou mot de passe incorrect. Vérifiez la touche Majuscules, puis réessayez.";
    static final String TOO_MANY =
            "Trop d’essais : pour protéger ce compte, attendez un quart d’heure ou demandez un nouveau mot de passe à votre structure.";
    static final String SIGNED_OUT = "Vous êtes déconnecté. À bientôt.";
    static final String EXPIRED =
            "Votre session a pris fin. Reconnectez-vous : ce que vous étiez en train d’écrire est gardé et vous sera rendu.";
    static final String KEPT = "Votre saisie a été gardée. Il ne reste qu’à l’enregistrer.";

    private AccessText() {}
}
