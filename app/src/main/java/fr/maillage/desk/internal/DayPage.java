package fr.maillage.desk.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Ma journée »: what is late, what is today, what waits for me. Tiles are filters, and a count
/// is the length of its list.
///
/// @param whose whose day it is, when not the reader's own
/// @param rows the rows of the chosen filter, most pressing first; `more` of them are not shown
/// @param requests requests that wait, for those who receive them
/// @param back path that shows this very list again
public record DayPage(
        String title,
        @Nullable String whose,
        List<DayChoice> colleagues,
        List<Tile> tiles,
        String listTitle,
        List<Row> rows,
        int more,
        int total,
        List<Appointment> appointments,
        List<Request> requests,
        List<DayChoice> reasons,
        String back,
        String everything,
        boolean clinical) {

    /// @param severity is-late, is-due or nothing
    public record Tile(
            String href, int count, String words, String icon, String severity, boolean current) {}

    /// @param kind acte, alerte, urgence or tache: which gestures it offers
    /// @param mark « En retard 23 j »
    /// @param why the formula of the urgency, on hover
    /// @param href the page that shows the cause
    /// @param act the gesture that ends the cause (« Noter l’avis »), with its page
    public record Row(
            String kind,
            String id,
            String severity,
            String icon,
            String mark,
            String why,
            String href,
            String family,
            String given,
            String facts,
            String what,
            @Nullable String meta,
            @Nullable String act,
            @Nullable String actHref) {}

    /// @param when « 09:00 »
    public record Appointment(String when, String title, String detail, @Nullable String href) {}

    /// A request that waits.
    public record Request(
            String href, int number, String who, String since, boolean urgent, boolean late) {}
}
