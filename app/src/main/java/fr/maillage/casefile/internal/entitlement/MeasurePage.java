package fr.maillage.casefile.internal.entitlement;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.RightPapers;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One right: where it stands, what was done, what is next.
///
/// @param act the act whose form was refused: droit, demarche, renouvellement, fin; empty when none
/// @param form what was typed, or the right as it stands
/// @param step what was typed of a step
/// @param facts headings and values
/// @param papers its documents that one may read
/// @param former address of the line it follows, with its words
/// @param renewal the line that follows it
/// @param mayRenew whether a renewal may be opened
public record MeasurePage(
        Banner banner,
        String id,
        String act,
        Sent form,
        Sent step,
        FormErrors errors,
        @Nullable String conflict,
        boolean mayWrite,
        boolean clinical,
        boolean closed,
        String title,
        Mark state,
        @Nullable String end,
        String endTone,
        String notice,
        List<Fact> facts,
        @Nullable String note,
        List<Step> steps,
        List<RightPapers.Paper> papers,
        @Nullable Link former,
        @Nullable Link renewal,
        boolean mayRenew,
        MeasuresPage.Choices choices,
        int version) {

    /// A heading and its value.
    public record Fact(String label, String value) {}

    /// @param next what was to be done next, in words
    public record Step(
            String when,
            String exact,
            String what,
            @Nullable String who,
            @Nullable String next,
            String author) {}

    /// Another line of the same right.
    public record Link(String href, String words) {}
}
