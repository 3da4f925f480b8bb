package fr.maillage.agenda;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Meetings that another module holds, in the agenda of the team: put, moved and called off from
/// their own page, which the agenda names. Joins the caller's transaction.
public interface Gatherings {

    /// Puts one into the agenda of those who come, whatever else is there; returns the appointment.
    UUID put(Gathering gathering);

    /// It is otherwise: another day, other people. What came of it, once said, stays.
    void change(UUID appointment, Gathering gathering);

    /// Says what became of it, unless somebody did already.
    void close(UUID appointment, Outcome outcome, @Nullable String note);

    /// @param summary a réunion de synthèse; an RCP otherwise
    /// @param members of the team, who holds it first; never empty
    /// @param page path of the page that holds it
    record Gathering(
            boolean summary,
            List<UUID> members,
            Instant start,
            Instant end,
            @Nullable String title,
            @Nullable String place,
            String page) {}
}
