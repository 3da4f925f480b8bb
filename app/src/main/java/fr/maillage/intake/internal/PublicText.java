package fr.maillage.intake.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.intake.internal.PublicPage.Stage;

/// The French sentences of requests that come by the public page.
final class PublicText {

    static final String COMMUNE = "Donnez la commune où vit la personne.";
    static final String BIRTH_NAME = "Donnez le nom de naissance de la personne.";
    static final String FOREIGN =
            "Cette commune n’est pas dans le territoire des structures qui reçoivent ici"
                    + NBSP
                    + ": vérifiez son nom ou son code postal. Si la personne vit ailleurs, le dispositif d’appui de son département vous répondra.";
    static final String CLOSED =
            "Cette structure ne reçoit pas de demande par cette page" + NBSP + ": appelez-la.";
    static final String TRAP =
            "Un champ qui doit rester vide a été rempli"
                    + NBSP
                    + ": videz-le, puis envoyez à nouveau.";
    static final String TOO_MANY =
            "Beaucoup de demandes sont venues d’ici en une heure"
                    + NBSP
                    + ": attendez un peu, ou appelez la structure. Rien de ce que vous avez écrit n’est perdu.";
    static final String AGREED =
            "Confirmez que vous avez informé la personne de cette demande, ou dites ci-dessus pourquoi elle ne l’est pas.";
    static final String REFUSED =
            "La personne refuse"
                    + NBSP
                    + ": appelez la structure, qui peut vous conseiller sans que vous la nommiez.";
    static final String ASKER_PHONE =
            "Donnez un numéro où vous rappeler" + NBSP + ": votre demande sera vérifiée.";
    static final String EMAIL =
            "Cette adresse électronique n’est pas complète" + NBSP + ": nom@domaine.fr.";
    static final String PROFESSIONAL = "Choisissez votre qualité.";
    static final String COMMUNE_UNKNOWN =
            "Choisissez une commune du territoire, avec son code postal s’il y en a plusieurs.";
    static final String NOT_FOUND =
            "Aucune demande n’a ce numéro et ce code. Vérifiez les deux, ou appelez la structure.";
    static final Stage RECEIVED = new Stage("Reçue", "Elle attend d’être lue par l’équipe.");
    static final Stage CHECKED =
            new Stage("Prise en compte", "L’équipe l’analyse. Elle vous répondra directement.");
    static final Stage ANSWERED =
            new Stage(
                    "Une réponse a été donnée",
                    "Elle vous parvient par courrier ou par téléphone, selon votre qualité. Sinon, appelez la structure.");
    static final Stage DISMISSED =
            new Stage("Sans suite", "Elle n’a pas pu être vérifiée. Appelez la structure.");
    static final String MAIL_SUBJECT = "Votre demande est bien arrivée";
    static final String SOURCE = "Formulaire en ligne";
    static final String WHY = "Dites pourquoi cette demande est écartée.";
    static final String ALREADY = "Un collègue s’est déjà occupé de cette demande.";
    static final String SET_ASIDE = "La demande est écartée.";
    static final String MAILED = "Un accusé de réception vous a été envoyé par courriel.";

    private PublicText() {}

    /// Nothing nominative: a number, and where one asks.
    static String mail(String number, String structure, String phone) {
        return "Bonjour,\n\nVotre demande n° "
                + number
                + " est arrivée à "
                + structure
                + ".\nL’équipe la vérifie et vous répond. Pour savoir où elle en est, gardez ce numéro et le code affiché à l’envoi.\n\nEn cas d’urgence, appelez le "
                + phone
                + ". Urgence vitale\u00A0: le 15.\n";
    }
}
