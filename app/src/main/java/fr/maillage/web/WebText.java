package fr.maillage.web;

import fr.maillage.kernel.Typography;

/// French sentences that every form may need.
public final class WebText {

    /// Somebody saved first. What was typed is shown again below it.
    public static final String CONFLICT =
            "Un collègue a modifié cette fiche entre-temps. Votre saisie est ci-dessous, elle n’est pas enregistrée"
                    + Typography.NBSP
                    + ": comparez avec la fiche à jour (ouvrez-la dans un autre onglet), puis enregistrez à nouveau.";

    public static final String REQUIRED = "Ce champ est nécessaire.";
    public static final String CHOICE = "Choisissez dans la liste.";
    public static final String NOT_A_DAY =
            "Cette date n’existe pas"
                    + Typography.NBSP
                    + ": écrivez le jour, le mois et l’année, par exemple 02/06/2026.";
    public static final String NUMBER = "Un nombre entier est attendu.";
    public static final String EMAIL = "Cette adresse électronique est incomplète.";

    /// Beside a field.
    public static final String DATE_NEEDED = "Indiquez une date.";

    /// Beside a field.
    public static final String TITLE_NEEDED = "Écrivez en quelques mots de quoi il s’agit.";

    /// Beside a field.
    public static final String CHOOSE = CHOICE;

    /// Beside a field.
    public static final String LINE_TOO_LONG =
            "C’est trop long pour une ligne" + Typography.NBSP + ": " + "300 caractères au plus.";

    private WebText() {}

    public static String tooLong(int most) {
        return "Ce texte dépasse "
                + Typography.number(most)
                + " caractères"
                + Typography.NBSP
                + ": raccourcissez-le.";
    }

    public static String between(int least, int most) {
        return "Ce nombre doit être compris entre %d et %d.".formatted(least, most);
    }
}
