package fr.maillage.careplan.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan in plain French, for the person: large type, a picture for each thing, three questions
/// (what I do, who helps me, whom to call).
///
/// @param back the page it was opened from
/// @param paper the same on paper
/// @param wants what the person wants, in their words, a line each
/// @param mine what the person does
/// @param helpers who does what for them
/// @param aids aids asked for or in place
/// @param dial digits of `phone`
/// @param crisis what to do when things go wrong, a line each
/// @param again when the plan is looked at together again; null when no day is set
public record PlainPage(
        String person,
        String structure,
        String back,
        String paper,
        String since,
        List<String> wants,
        List<Line> mine,
        List<Helper> helpers,
        List<Line> aids,
        @Nullable String referent,
        String phone,
        String dial,
        @Nullable String hours,
        @Nullable String doctor,
        List<String> crisis,
        @Nullable String again,
        String printed) {

    /// @param picture name of an icon
    public record Line(String picture, String what, @Nullable String when) {}

    /// @param who null while nobody was found
    public record Helper(@Nullable String who, @Nullable String profession, List<Line> does) {}

    /// What the person does, when nothing is asked of them.
    public String nothing() {
        return PlainText.NOTHING;
    }

    /// A picture as paper needs it.
    public String picture(String name) {
        return Pictograms.of(name);
    }

    /// What a picture shows, for who hears the paper.
    public String alt(String name) {
        return PlainText.picture(name);
    }
}
