package fr.maillage.rcp.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An RCP to propose about a person, and what became of those proposed.
///
/// @param propose null while one waits
public record WishPage(Banner banner, List<Line> wishes, @Nullable FormView propose) {

    /// @param href page of the meeting, when it is on one
    public record Line(
            String question,
            String when,
            String state,
            String icon,
            String tone,
            @Nullable String words,
            @Nullable String href) {}
}
