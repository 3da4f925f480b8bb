package fr.maillage.followup.internal.situation;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// Who comes home on which day of a week.
///
/// @param away in hospital on some of these days, in words; "" otherwise
/// @param notes what does not fit: nobody comes, several at once, nobody to do it
public record WeekPage(
        Banner banner,
        String title,
        String previous,
        String next,
        String thisWeek,
        boolean current,
        String away,
        List<Day> days,
        List<Row> rows,
        List<String> elsewhere,
        List<Note> notes,
        String source) {

    /// @param passages how many come that day
    public record Day(String label, boolean today, int passages) {}

    /// @param cells one a day
    public record Row(String who, String quality, List<List<Cell>> cells) {}

    public record Cell(String what, String tone, String icon) {}

    public record Note(String words, String tone, String icon) {}
}
