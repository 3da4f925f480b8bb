package fr.maillage.desk.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// « Ma journée »: what is late, what is today, what waits for me. Tiles are filters, and a count
/// is the length of its list.
///
/// @param whose whose day it is, when not the reader's own
/// @param rows the rows of the chosen filter, most pressing first; `more` of them are not shown
/// @param requests requests that wait, for those who receive them
/// @param meanwhile what happened during one's leave, for some days after the return
/// @param received files received from somebody who left, not acknowledged yet
/// @param toMatch events that may be planned acts that were done, and wait for an answer
/// @param toComplete plans that lack something, of whose day it is; their list is `toCompleteHref`
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
        boolean clinical,
        @Nullable Meanwhile meanwhile,
        List<Received> received,
        int toMatch,
        int toComplete,
        String toCompleteHref) {

    /// What happened during a leave that just ended.
    public record Meanwhile(String title, List<Happened> lines) {}

    /// A line of life of somebody one follows.
    public record Happened(
            java.util.UUID patient, String when, String who, String what, String by) {}

    /// Files received from somebody who left.
    ///
    /// @param note what they wrote for the new référent
    public record Received(String id, String from, @Nullable String note, List<Person> persons) {}

    public record Person(String href, String name) {}

    /// @param severity is-late, is-due or nothing
    public record Tile(
            String href, int count, String words, String icon, String severity, boolean current) {}

    /// @param kind acte, alerte, urgence or tache: which gestures it offers
    /// @param mark « En retard 23 j »
    /// @param why the formula of the urgency, on hover
    /// @param href the page that shows the cause
    /// @param replaces « remplace Karim BELKACEM », when it is an absent colleague's
    /// @param act the gesture that ends the cause (« Noter l’avis »), with its page
    /// @param others ids of the alerts of the same rule and person that share this row: a gesture
    ///   is of them all
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
            @Nullable String actHref,
            @Nullable String replaces,
            List<String> others) {

        /// The same row, of other alerts too.
        Row with(String what, List<String> others) {
            return new Row(
                    kind, id, severity, icon, mark, why, href, family, given, facts, what, meta,
                    act, actHref, replaces, others);
        }
    }

    /// @param when « 09:00 »
    public record Appointment(String when, String title, String detail, @Nullable String href) {}

    /// A request that waits.
    public record Request(
            String href, int number, String who, String since, boolean urgent, boolean late) {}
}
