package fr.maillage.agenda.internal.setup;

import fr.maillage.web.FormErrors;

import java.util.List;

/// Working hours of the structure or of a member, and what may be booked.
///
/// @param member whose hours; "" for the structure
/// @param own whether hours are set, or those above them hold
/// @param days Monday to Sunday
public record SetupPage(
        String member,
        String whose,
        boolean own,
        List<Option> members,
        List<Day> days,
        List<Line> resources,
        List<Option> sorts,
        String name,
        String note,
        FormErrors errors) {

    public record Option(String value, String label, boolean chosen) {}

    /// @param hours « 9:00-12:30, 13:30-17:00 », as typed
    public record Day(String field, String label, String hours) {}

    public record Line(String id, String sort, String name, String note) {}
}
