package fr.maillage.agenda.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day or a week of somebody's agenda, and the form for a new appointment.
///
/// @param candidates persons near the typed name, to choose from
/// @param chosen the person the appointment is for, in words
/// @param visits whether who reads may take visits along on a telephone
/// @param household the family of the person chosen, for whom the visit may be too
/// @param conflict whether the refusal is an overlap that may be kept
public record AgendaPage(
        String title,
        boolean week,
        String day,
        String previous,
        String next,
        List<Choice> members,
        String member,
        List<Day> days,
        AppointmentForm form,
        FormErrors errors,
        List<Choice> kinds,
        List<Choice> candidates,
        @Nullable String chosen,
        boolean conflict,
        List<Choice> outcomes,
        boolean visits,
        List<Choice> household) {

    /// One of a list.
    public record Choice(String value, String label, boolean chosen) {}

    /// A day and its appointments, in order.
    public record Day(String title, List<Line> lines) {}

    /// @param prepare where one's own visit to come is made ready for a telephone without a network
    /// @param past its hour has come and nothing was said of it
    public record Line(
            String id,
            String time,
            String what,
            String detail,
            @Nullable String href,
            @Nullable String prepare,
            @Nullable String outcome,
            boolean past) {}
}
