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

    static final String CURRENT_WRONG = "Ce n’est pas votre mot de passe actuel.";
    static final String DEMONSTRATION_PASSWORD =
            "Les mots de passe de la démonstration ne changent pas\u00a0: chacun doit pouvoir entrer.";
    static final String TOO_SHORT =
            "Choisissez au moins "
                    + ChosenPassword.SHORTEST
                    + " caractères\u00a0: quelques mots sans rapport entre eux se retiennent mieux que des signes.";
    static final String TOO_LONG =
            "Ce mot de passe est trop long\u00a0: 72 caractères au plus, un peu moins avec des accents.";
    static final String SAME_AS_BEFORE = "Choisissez un mot de passe différent de l’actuel.";
    static final String TOO_SIMPLE =
            "Ce mot de passe se devine\u00a0: ni votre identifiant, ni le même caractère répété.";
    static final String NOT_THE_SAME =
            "Les deux saisies diffèrent. Retapez le nouveau mot de passe.";
    static final String CHOSEN = "Mot de passe enregistré.";

    private AccessText() {}
}
