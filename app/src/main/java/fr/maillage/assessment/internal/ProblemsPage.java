package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of problems of a person: to decide, retained, and over.
///
/// @param refused the problem whose decision was refused, with what was typed
/// @param adding what was typed to add one by hand
public record ProblemsPage(
        Banner banner,
        String patient,
        List<Problem> proposed,
        List<Problem> retained,
        List<Problem> over,
        List<Choice> domains,
        List<Choice> severities,
        @Nullable Refused refused,
        Adding adding) {

    /// @param house the rule is Maillage's own proposal: no official document gives it
    public record Problem(
            String id,
            String label,
            String domain,
            @Nullable String severityCode,
            @Nullable String severity,
            @Nullable String because,
            @Nullable String source,
            boolean house,
            boolean urgent,
            String since,
            @Nullable String decision,
            @Nullable String earlier,
            @Nullable String response,
            int version) {}

    public record Choice(String code, String label) {}

    public record Refused(
            String id,
            String severity,
            String words,
            FormErrors errors,
            @Nullable String conflict) {
        /// Whether this is about the problem on this line.
        public boolean about(String problem) {
            return id.equals(problem);
        }
    }

    public record Adding(
            String label, String domain, String severity, String because, FormErrors errors) {}
}
