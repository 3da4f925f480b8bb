package fr.maillage.casefile.internal.entitlement;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.internal.Option;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rights and measures of a person.
///
/// @param mayWrite whether the reader writes; a head reads
/// @param clinical whether health content shows and is asked
/// @param choices choices of the form
public record MeasuresPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        boolean mayWrite,
        boolean clinical,
        List<Line> rights,
        List<Line> past,
        Choices choices) {

    /// @param tone of the mark of `state`
    /// @param end when it ends, in words, with `endTone`: is-late, is-due or nothing
    public record Line(
            String href,
            String title,
            @Nullable String detail,
            Mark state,
            @Nullable String end,
            String endTone,
            @Nullable String amount,
            @Nullable String body,
            @Nullable String follower,
            @Nullable String next,
            boolean nextLate,
            @Nullable String renewal) {}

    /// Choices of the form of a right.
    public record Choices(
            List<Option> kinds,
            List<Option> states,
            List<Option> bodies,
            List<Option> per,
            List<Option> followers) {}
}
