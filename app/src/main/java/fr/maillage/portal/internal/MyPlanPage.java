package fr.maillage.portal.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan in plain words, for the person or a relative. Without a plan in force, `since` is null.
///
/// @param who first name of who reads, as one says good morning
/// @param week the seven days that begin today, those with something only
/// @param later the next thing after these seven days, in words
/// @param preparing a new plan waits for the doctor's opinion
/// @param circle the first of those around, the page of the circle has them all
/// @param rights where each right or measure stands; the person's alone, a relative reads none
/// @param opened the last openings of the file
/// @param person id of the file
/// @param as whose page is shown to the team as a preview; null for the reader’s own
public record MyPlanPage(
        Reader reader,
        String who,
        @Nullable String since,
        @Nullable String wish,
        List<Day> week,
        @Nullable String later,
        List<Card> cards,
        boolean preparing,
        @Nullable String doctor,
        @Nullable String crisis,
        Help help,
        @Nullable String reassess,
        List<MyCirclePage.Member> circle,
        int circleSize,
        List<MyAccessPage.Line> opened,
        List<String> rights,
        List<Text> everything,
        String person,
        @Nullable String as) {

    /// Whom to call for a question.
    public record Help(
            @Nullable String referent,
            String structure,
            String phone,
            String dial,
            @Nullable String hours) {}

    /// @param title « Aujourd’hui », « Jeudi 4 juin »
    public record Day(String title, List<String> what) {}

    /// What one wants to reach, and who does what for it.
    public record Card(String title, @Nullable String measure, List<Line> lines) {}

    /// @param who null while nobody was found
    /// @param next the next time, in words
    public record Line(
            @Nullable String who,
            @Nullable String profession,
            String what,
            String when,
            @Nullable String next,
            String icon) {}

    public record Text(String title, String text) {}
}
