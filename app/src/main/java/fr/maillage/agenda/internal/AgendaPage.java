package fr.maillage.agenda.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A day, a week or a month of one or several agendas.
///
/// @param query what follows the question mark of this page’s address
/// @param whos oneself, the team, its antennas
/// @param members everybody of the team, to choose several
/// @param waiting past appointments without an outcome
/// @param grid hours from top to bottom; null for a table
/// @param table people or weeks from top to bottom; null for a grid
/// @param lines one’s day as a list, to act; empty unless it is one day of one person
/// @param visits whether who reads may take visits along on a telephone
/// @param onCall who answers during the day or days shown
public record AgendaPage(
        String title,
        String query,
        String day,
        List<Link> scales,
        String previous,
        String next,
        String today,
        List<Choice> whos,
        List<Choice> members,
        String scale,
        int waiting,
        @Nullable Grid grid,
        @Nullable Table table,
        boolean list,
        List<Line> lines,
        List<Choice> outcomes,
        boolean visits,
        List<String> onCall) {

    /// One of a list.
    public record Choice(String value, String label, boolean chosen) {}

    /// A way to look.
    public record Link(String href, String label, boolean current) {}

    /// @param hours labels on the left, each with the class that places it
    /// @param from minutes from midnight to the first line
    public record Grid(int from, List<Mark> hours, List<Column> columns) {}

    /// @param place classes that place it
    public record Mark(String place, String label) {}

    /// A member on a day.
    ///
    /// @param notes leave, permanence, public holiday
    /// @param off hours that are not worked, by the classes that place them
    public record Column(
            String day,
            String member,
            String head,
            String href,
            String spoken,
            List<String> notes,
            List<String> off,
            List<Event> events) {}

    /// @param place classes that place it; empty in a table
    /// @param waits its hour has come and nothing was said of it
    /// @param movable whether it may still be moved
    public record Event(
            String id,
            String place,
            String icon,
            String kind,
            String hours,
            String time,
            int minutes,
            String who,
            String detail,
            @Nullable String outcome,
            boolean waits,
            boolean movable,
            boolean repeated,
            int version,
            String member) {}

    public record Table(String corner, List<String> heads, List<TableRow> rows) {}

    public record TableRow(String head, @Nullable String href, List<Cell> cells) {}

    /// @param member "" when a move keeps the member
    /// @param dim of another month
    /// @param more how many are left out
    public record Cell(
            String day,
            String member,
            String label,
            String spoken,
            String href,
            boolean dim,
            boolean today,
            boolean off,
            List<String> notes,
            List<Event> events,
            int more) {}

    /// @param prepare where one's own visit to come is made ready for a telephone without a network
    /// @param past its hour has come and nothing was said of it
    public record Line(
            String id,
            String time,
            String icon,
            String what,
            String detail,
            String href,
            @Nullable String prepare,
            @Nullable String outcome,
            boolean past) {}
}
