package fr.maillage.registry.internal.governance;

import fr.maillage.registry.internal.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A body: what it is for, who sits, what is expected of it, its meetings.
///
/// @param structure address of the part of the sheet it stands on
/// @param edit address of its form; null for those who may not
/// @param source of the expectations; "" when there are none
/// @param seats who is represented today
/// @param addSeat address of the form of a new seat; null for those who may not
public record BodyPage(
        String name,
        String kind,
        String of,
        String structure,
        String mission,
        String days,
        @Nullable String edit,
        String source,
        List<Check> checks,
        List<College> colleges,
        List<Seat> seats,
        @Nullable String addSeat,
        List<Meeting> meetings,
        @Nullable String addMeeting,
        List<Task> tasks) {

    /// @param seats in words; "" when the source does not say
    public record College(String name, String seats, boolean users) {}

    /// @param structure represented; "" when it is none of the register
    public record Seat(
            String represents,
            String structure,
            String profession,
            String function,
            String since) {}

    /// @param present « 9 présents », "" when nobody noted it
    /// @param minutes whether its minutes are kept
    /// @param open « 2 à faire, dont 1 en retard »
    public record Meeting(
            String href,
            String day,
            String subject,
            String mode,
            String present,
            boolean minutes,
            boolean planned,
            String open) {}

    /// Something that is to be done, or was.
    ///
    /// @param css `is-late`, `is-due`, `is-done` or nothing
    /// @param from the meeting it comes from, or the watch
    public record Task(
            String words,
            String owner,
            String state,
            String css,
            String from,
            String href,
            @Nullable String edit) {}
}
