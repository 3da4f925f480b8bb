package fr.maillage.web;

import fr.maillage.kernel.Typography;

/// French sentences that every form may need.
public final class WebText {

    /// Somebody saved first. What was typed is shown again below it.
    public static final String CONFLICT =
            "Un collègue a modifié cette fiche entre-temps. Votre saisie est ci-dessous, elle n’est pas enregistrée"
                    + Typography.NBSP
                    + ": comparez avec la fiche à jour (ouvrez-la dans un autre onglet), puis enregistrez à nouveau.";

    private WebText() {}
}
