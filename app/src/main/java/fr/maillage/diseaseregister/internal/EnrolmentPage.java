package fr.maillage.diseaseregister.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The registers, for one person.
///
/// @param objections those that hold, each with the address that lifts it
/// @param why why what was asked cannot be, when no form of the page shows it; null otherwise
/// @param object the form of an objection to every register; null while there is one
public record EnrolmentPage(
        Banner banner,
        List<Objection> objections,
        List<Card> cards,
        @Nullable String why,
        @Nullable FormView object,
        String law) {

    public record Objection(String words, String lift) {}

    /// One register.
    ///
    /// @param state in words: not in it, a case, objects
    /// @param told how and when the person was told
    /// @param answers what the case says
    /// @param due the follow-up that is awaited; null when none is
    /// @param forms what else may be done, the first unfolded when it is the inclusion asked for
    /// @param followUps made, the latest first
    public record Card(
            String id,
            String href,
            String title,
            String definition,
            String state,
            String tone,
            String icon,
            @Nullable String told,
            List<Answer> answers,
            List<String> faults,
            List<Done> followUps,
            @Nullable FormView due,
            List<FormView> forms) {}

    /// @param origin « dossier » when it was taken from it
    public record Answer(String label, String words, boolean fromFile) {}

    public record Done(String title, List<Answer> answers, FormView form) {}
}
