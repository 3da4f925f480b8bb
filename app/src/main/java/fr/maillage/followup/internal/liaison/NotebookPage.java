package fr.maillage.followup.internal.liaison;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.followup.internal.Choice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The notebook of a person, for who reads it.
///
/// @param person the person or a relative reads: neither the banner of the file nor whose part
/// @param from first day shown, `to` the last
/// @param more lines before those shown, of the same period
public record NotebookPage(
        Banner banner,
        boolean person,
        boolean team,
        String from,
        String to,
        String period,
        List<Line> lines,
        boolean more,
        int fresh,
        List<Choice> parts,
        Sent form,
        FormErrors errors) {

    /// A line and its answers.
    ///
    /// @param fresh not read by the reader before now
    /// @param readers who read it, for the team and the writer; null for others
    /// @param waiting a question nobody answered
    public record Line(
            String id,
            String kind,
            String icon,
            String when,
            String exact,
            String who,
            String quality,
            String audience,
            boolean keptFromPerson,
            boolean significant,
            boolean fresh,
            boolean waiting,
            List<String> words,
            @Nullable String readers,
            List<Line> answers) {}
}
