package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alerts of one person: those open, those past, each with its history, and the rules as they hold
/// for her.
///
/// @param form what was typed, shown again when refused
public record PersonAlertsPage(
        Banner banner,
        Sent form,
        List<Alert> open,
        List<Alert> past,
        List<Override> overrides,
        List<Choice> rules,
        List<Choice> pauses,
        String today) {

    /// @param pausable whether it may wait
    /// @param resumable whether it waits alone, not with the file
    /// @param state « Ouverte », « En pause jusqu’au 12 juin », « Close, relancé »
    public record Alert(
            String id,
            String rule,
            String icon,
            String tone,
            String title,
            String state,
            int urgency,
            String why,
            String act,
            boolean pausable,
            boolean resumable,
            List<Event> events) {}

    /// @param by null: Maillage itself
    public record Event(String at, String words, @Nullable String detail, @Nullable String by) {}

    /// @param ended null while it holds
    public record Override(
            String id,
            String rule,
            String threshold,
            String reason,
            String since,
            String until,
            @Nullable String ended) {}
}
