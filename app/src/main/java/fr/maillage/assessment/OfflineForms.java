package fr.maillage.assessment;

import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Questionnaires filled where there is no network: given to a telephone as a form without a server
/// behind it, received afterwards by the same rules as any evaluation. The caller has opened the
/// file.
public interface OfflineForms {

    /// Questionnaires one may take along, by title; those that are the result of a paper form are
    /// not.
    List<Known> known();

    /// The open draft of this questionnaire that was touched last, else a new one. Throws
    /// `NotFound` for an unknown questionnaire.
    Begun begin(PatientId patient, String code);

    /// The form of a draft as it stands; empty when it is no draft any more.
    List<Form> forms(PatientId patient, List<UUID> drafts);

    /// Keeps what was typed, and completes the evaluation when that was asked and nothing is
    /// missing. Joins the caller's transaction.
    Received receive(PatientId patient, Typed typed);

    /// Abandons a draft that nobody has written in; any other stays.
    void forget(PatientId patient, UUID draft);

    /// @param code `aggir`, `sega-a`…
    record Known(String code, String title) {}

    /// @param fresh whether it was begun by this call
    record Begun(UUID draft, boolean fresh) {}

    /// @param canonical `url|version` of the definition
    /// @param version of the draft, to tell whether a colleague wrote in it meanwhile
    /// @param day the day of the evaluation; empty when the questionnaire asks it itself
    /// @param html the sections of the form, escaped, hidden parts included
    /// @param rules when each conditional part is shown, as JSON by linkId
    record Form(
            UUID draft,
            String code,
            String canonical,
            String title,
            int version,
            String day,
            String html,
            String rules) {
        @Override
        public String toString() {
            return "Form[" + draft + "]";
        }
    }

    /// @param draft what it answers
    /// @param tab where it was typed: a second sending from there is no colleague's change
    /// @param complete whether the evaluation is to be completed
    /// @param another whether to begin another evaluation with these answers, the draft being
    ///   completed by somebody
    record Typed(
            UUID draft,
            String canonical,
            int version,
            UUID tab,
            String day,
            Map<String, List<String>> answers,
            boolean complete,
            boolean another) {
        @Override
        public String toString() {
            return "Typed[" + draft + ", " + answers.size() + " answers]";
        }
    }

    /// What became of it.
    sealed interface Received {
        /// @param sentence « AGGIR terminée : GIR 4 », « Gardée en brouillon : il manque… »
        /// @param version of the draft now
        record Kept(String sentence, int version) implements Received {}

        /// Not taken, and why.
        record Refused(String sentence) implements Received {}

        /// Somebody wrote first; nothing was changed.
        ///
        /// @param version the one to send with, to write over theirs
        /// @param completed theirs is completed: nothing more can be written in it
        record Overtaken(
                String sentence, List<Difference> differences, int version, boolean completed)
                implements Received {}
    }

    /// A question answered otherwise by each; empty when not answered.
    record Difference(String question, String theirs, String yours) {}
}
