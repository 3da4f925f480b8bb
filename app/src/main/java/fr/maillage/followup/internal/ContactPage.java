package fr.maillage.followup.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;

/// The entry of a contact, empty or as it was typed.
///
/// @param persons persons it is certainly about
/// @param family their family and household, not chosen yet
/// @param circle who may be chosen instead of typed
/// @param questions names to be made certain
public record ContactPage(
        Sent form,
        FormErrors errors,
        List<AboutQuestion.Candidate> persons,
        List<AboutQuestion.Candidate> family,
        List<Choice> circle,
        List<AboutQuestion> questions,
        List<Choice> channels,
        List<Choice> directions,
        List<Choice> outcomes,
        List<Choice> callers,
        List<Choice> motives) {

    /// « Noter un appel pour LEROY Odette ».
    public String title() {
        return FollowUpText.noteFor(persons.stream().map(AboutQuestion.Candidate::name).toList());
    }
}
