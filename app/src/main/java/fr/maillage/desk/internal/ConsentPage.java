package fr.maillage.desk.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;

/// The form of one act, as typed.
///
/// @param states answers of this act
/// @param people members of the circle who may be opposed to: their line and name
/// @param representatives names known in the circle, to choose from
/// @param opposable whether one professional may be named
public record ConsentPage(
        Banner banner,
        String slug,
        String label,
        String rule,
        List<Choice> states,
        List<Choice> people,
        List<String> representatives,
        boolean opposable,
        ConsentForm form,
        FormErrors errors) {

    /// The forms an act takes.
    public List<Choice> forms() {
        return List.of(
                new Choice("ORAL", "De vive voix"),
                new Choice("TELEPHONE", "Par téléphone"),
                new Choice("ECRIT", "Par écrit"),
                new Choice("REPRESENTANT", "Par un représentant"),
                new Choice("URGENCE", "En urgence"));
    }

    /// Who may say it.
    public List<Choice> givers() {
        return List.of(
                new Choice("PERSONNE", "La personne"),
                new Choice("REPRESENTANT", "Son représentant légal"),
                new Choice("PERSONNE_DE_CONFIANCE", "Sa personne de confiance"),
                new Choice("EQUIPE", "L’équipe, qui constate"));
    }
}
