package fr.maillage.adverse.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What may be an adverse event, to be decided one by one.
///
/// @param refused id of the line whose form was refused, what was typed, and why; null otherwise
public record ProposalsPage(
        int total,
        String rule,
        List<Line> lines,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable String refused,
        String typed,
        @Nullable String why) {

    public record Line(
            String id,
            String type,
            String icon,
            String when,
            @Nullable String person,
            @Nullable String personHref,
            String words) {}
}
