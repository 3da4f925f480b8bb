package fr.maillage.followup.internal;

import fr.maillage.web.FormErrors;
import java.util.List;

/// The full entry of a contact, empty or as it was typed.
///
/// @param persons persons it is certainly about
/// @param questions names to be made certain
public record ContactPage(
        ContactForm form,
        FormErrors errors,
        List<AboutQuestion.Candidate> persons,
        List<AboutQuestion> questions,
        List<Choice> channels,
        List<Choice> directions,
        List<Choice> outcomes) {}
