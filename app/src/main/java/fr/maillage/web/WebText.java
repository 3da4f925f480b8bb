package fr.maillage.web;

import fr.maillage.kernel.Typography;

/// French sentences that every form may need.
public final class WebText {

    /// Somebody saved first. What was typed is shown again below it.
    public static final String CONFLICT =
            "Un collègue a modifié cette fiche entre-temps. Votre saisie est ci-dessous, elle n’est pas enregistrée"
                    + Typography.NBSP
                    + ": comparez avec la fiche à jour (ouvrez-la dans un autre onglet), puis enregistrez à nouveau.";

    /// Beside a field.
    public static final String NOT_A_DATE =
            "Cette date n’existe pas"
                    + Typography.NBSP
                    + ": "
                    + "écrivez le jour, le mois et l’année.";

    /// Beside a field.
    public static final String DATE_NEEDED = "Indiquez une date.";

    /// Beside a field.
    public static final String TITLE_NEEDED = "Écrivez en quelques mots de quoi il s’agit.";

    /// Beside a field.
    public static final String CHOOSE = "Choisissez dans la liste.";

    /// Beside a field.
    public static final String NOT_A_NUMBER = "Écrivez un nombre entier.";

    /// Beside a field.
    public static final String LINE_TOO_LONG =
            "C’est trop long pour une ligne" + Typography.NBSP + ": " + "300 caractères au plus.";

    private WebText() {}
}
