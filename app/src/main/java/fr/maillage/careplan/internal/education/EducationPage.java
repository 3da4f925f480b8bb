package fr.maillage.careplan.internal.education;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Therapeutic education of a person: programmes, sessions, what was acquired.
///
/// @param sessions latest first
/// @param refused why a button without a form was refused
public record EducationPage(
        Banner banner,
        List<Programme> programmes,
        List<Attended> sessions,
        FormView begin,
        @Nullable String refused) {

    /// @param title of the programme
    /// @param state « En cours »
    /// @param acquired « 2 sur 3 acquis »
    /// @param forms what may be written now; none once it is over
    public record Programme(
            String id,
            String title,
            String state,
            boolean running,
            List<String> lines,
            List<String> competences,
            @Nullable String acquired,
            List<FormView> forms) {}

    public record Attended(
            String href, String title, String facts, String when, String state, String tone) {}
}
