package fr.maillage.rcp.internal;

import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The meetings of the team, expertise that waits, and the time spent.
///
/// @param held a page of those held or called off, latest first
/// @param before address of the later ones; null on the first page
/// @param after address of the earlier ones; null on the last
/// @param team whether the reader is of the team
public record MeetingsPage(
        List<Line> coming,
        List<Line> held,
        int heldTotal,
        @Nullable String before,
        @Nullable String after,
        List<Proposed> proposed,
        List<Waiting> expertise,
        String spentTitle,
        List<Spent> spent,
        boolean team,
        boolean mayCreate,
        boolean clinical) {

    /// @param when « mar. 16 juin »
    public record Line(
            String href,
            String when,
            String time,
            String exact,
            String title,
            String detail,
            String mark,
            String icon,
            String tone) {}

    /// An RCP a professional proposes.
    ///
    /// @param accept the meeting it goes to; null when none is to come
    /// @param refuse why not
    public record Proposed(
            String id,
            String href,
            String person,
            String by,
            String when,
            String question,
            String why,
            @Nullable String dates,
            @Nullable FormView accept,
            FormView refuse) {}

    /// An expertise that waits.
    public record Waiting(
            String href, String person, String addressee, String due, boolean late, String by) {}

    /// Time spent by a profession.
    public record Spent(String profession, int presences, String time, String paid) {}
}
