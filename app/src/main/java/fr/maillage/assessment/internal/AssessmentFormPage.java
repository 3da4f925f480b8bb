package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one form of every questionnaire, ready to be shown.
///
/// @param origin how the answers come, when not typed from the start on a screen; `sheetHref` leads
///   to the scan of the paper sheet
/// @param asksContext whether date, place and participants have their own fields here (the
///   questionnaire does not ask them)
/// @param conflict what to say when somebody saved first
/// @param differences what was saved beside what was typed, after a conflict
/// @param notResumed what an evaluation begun from the last one could not take over
/// @param missing how many required answers are missing, once one tried to complete; 0 before
public record AssessmentFormPage(
        Banner banner,
        String patient,
        String id,
        FormView form,
        @Nullable String origin,
        @Nullable String sheetHref,
        boolean asksContext,
        String onDate,
        String today,
        String setting,
        List<Choice> settings,
        List<Choice> participants,
        int version,
        String tab,
        String saved,
        int answered,
        int required,
        String progress,
        FormErrors errors,
        @Nullable String conflict,
        boolean writable,
        List<Difference> differences,
        List<Resumption.Lost> notResumed,
        int missing,
        List<ScorePanel> scores) {

    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9-]");

    public record Choice(String code, String label, boolean chosen) {}

    public record Difference(String question, String theirs, String yours) {}

    /// A score while one answers. `previous` is the last one of an earlier evaluation, in words.
    public record ScorePanel(
            String label,
            String value,
            boolean done,
            @Nullable String classLabel,
            String mark,
            String icon,
            @Nullable String meaning,
            @Nullable String reason,
            int missing,
            @Nullable String previous,
            String cutOff,
            String source) {}

    /// An identifier of an element, from a linkId: dots would be read as classes by a selector, and
    /// what is neither letter nor digit by nobody. It never holds « __ », which leads to the parts
    /// of a question, so that none of them bears the name of another question: its field, its help,
    /// its sentence, an answer, why it cannot be assessed.
    public static String id(String linkId) {
        return UNUSUAL.matcher(linkId.replace('.', '-'))
                .replaceAll(found -> "_" + Integer.toHexString(found.group().codePointAt(0)));
    }
}
