package fr.maillage.access.internal;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;

/// Every sentence of the module.
final class AccessText {

    static final String WRONG =
            "Identifiant ou mot de passe incorrect. Vérifiez la touche Majuscules, puis réessayez.";
    static final String TOO_MANY =
            "Trop d’essais\u00A0: pour protéger ce compte, attendez un quart d’heure ou demandez un"
                    + " nouveau mot de passe à votre structure.";
    static final String SIGNED_OUT = "Vous êtes déconnecté. À bientôt.";
    static final String EXPIRED =
            "Votre session a pris fin. Reconnectez-vous\u00A0: ce que vous étiez en train d’écrire est"
                    + " gardé et vous sera rendu.";
    static final String KEPT = "Votre saisie a été gardée. Il ne reste qu’à l’enregistrer.";

    static final String CURRENT_WRONG = "Ce n’est pas votre mot de passe actuel.";
    static final String DEMONSTRATION_PASSWORD =
            "Les mots de passe de la démonstration ne changent pas\u00a0: chacun doit pouvoir"
                    + " entrer.";
    static final String TOO_SHORT =
            "Choisissez au moins "
                    + ChosenPassword.SHORTEST
                    + " caractères\u00a0: quelques mots sans rapport entre eux se retiennent mieux"
                    + " que des signes.";
    static final String TOO_LONG =
            "Ce mot de passe est trop long\u00a0: 72 caractères au plus, un peu moins avec des"
                    + " accents.";
    static final String SAME_AS_BEFORE = "Choisissez un mot de passe différent de l’actuel.";
    static final String TOO_SIMPLE =
            "Ce mot de passe se devine\u00a0: ni votre identifiant, ni le même caractère répété.";
    static final String NOT_THE_SAME =
            "Les deux saisies diffèrent. Retapez le nouveau mot de passe.";
    static final String CHOSEN = "Mot de passe enregistré.";

    static final String NOT_A_LOGIN =
            "De 3 à 40 lettres, chiffres, points ou traits d’union, par exemple lea.martin.";
    static final String LOGIN_TAKEN = "Cet identifiant est déjà pris. Choisissez-en un autre.";
    static final String ACCOUNT_OPENED =
            "Votre compte est ouvert. Connectez-vous avec l’identifiant et le mot de passe que vous"
                    + " venez de choisir.";
    static final String CODE_WRONG =
            "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant sur votre téléphone,"
                    + " puis réessayez.";
    static final String RECOVERY_WRONG = "Ce code de secours n’est pas le bon, ou il a déjà servi.";
    static final String CODES_TOO_MANY =
            "Trop d’essais\u00a0: attendez un quart d’heure, ou demandez à votre structure de"
                    + " réinitialiser le second facteur.";
    static final String PASSKEY_WRONG =
            "La clé d’accès n’a pas été reconnue. Réessayez, ou utilisez un code.";
    static final String ENROL_WRONG =
            "Ce code ne correspond pas. Vérifiez que l’heure du téléphone est réglée"
                    + " automatiquement, puis tapez le code affiché maintenant.";
    static final String SESSIONS_ENDED = "Les autres sessions sont fermées.";
    static final String CODES_REMOVED = "Le code à usage unique est retiré.";
    static final String PASSKEY_REMOVED = "La clé d’accès est retirée.";
    static final String LAST_FACTOR =
            "Votre structure demande un second facteur\u00a0: ajoutez-en un autre avant de retirer"
                    + " celui-ci.";
    static final String DEMONSTRATION_FACTOR =
            "Les comptes de la démonstration sont partagés\u00a0: leur second facteur ne change"
                    + " pas.";
    static final String PASSKEY = "Clé d’accès";

    /// Told at each sign-in until the day comes.
    static String announced(LocalDate day) {
        return "À partir du "
                + FrenchDates.date(day)
                + ", votre structure demandera un second facteur : ajoutez-le dès maintenant,"
                + " une clé d’accès ou un code sur votre téléphone.";
    }

    /// What a link that no longer opens says.
    static String dead(Acceptance.State state) {
        return switch (state) {
            case OPEN -> "";
            case USED ->
                    "Cette invitation a déjà servi\u00a0: le compte est ouvert. Connectez-vous, ou"
                            + " demandez un nouveau mot de passe à votre structure.";
            case EXPIRED ->
                    "Cette invitation n’est plus valable\u00a0: son délai est passé. Demandez à"
                            + " votre structure de la renvoyer.";
            case WITHDRAWN ->
                    "Cette invitation a été retirée. Adressez-vous à la personne qui vous"
                            + " invitait.";
            case UNKNOWN ->
                    "Ce lien ne mène à aucune invitation\u00a0: il a été renvoyé depuis, ou il est"
                            + " incomplet. Recopiez-le en entier, ou demandez-en un autre.";
        };
    }

    private AccessText() {}
}
