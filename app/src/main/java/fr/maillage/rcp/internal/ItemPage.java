package fr.maillage.rcp.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One person at a meeting: the question, what is said, what is decided.
///
/// @param question null for those who are not shown health content, as `notes`
/// @param early why nothing is decided yet; null once something may be
/// @param stored what a colleague saved meanwhile; null when nobody did
/// @param answers what one who is invited may answer; empty for the team
public record ItemPage(
        Banner banner,
        String href,
        String meetingHref,
        String title,
        String sub,
        @Nullable String state,
        @Nullable String question,
        String asked,
        @Nullable String agreed,
        @Nullable String why,
        @Nullable List<String> notes,
        @Nullable String notesBy,
        @Nullable String stored,
        @Nullable FormView notesForm,
        @Nullable FormView agreement,
        List<Decided> decisions,
        @Nullable FormView decide,
        @Nullable String early,
        @Nullable String draft,
        List<Who> participants,
        boolean clinical,
        boolean held,
        List<Sent> sendings,
        boolean maySend,
        List<MeetingPage.Choice> answers,
        @Nullable String answered) {

    /// @param carry address that writes it in the draft; null when there is nothing to write
    public record Decided(
            String id,
            String text,
            String what,
            String state,
            String tone,
            String icon,
            @Nullable String href,
            @Nullable String carry) {}

    /// Who hears what is said.
    public record Who(String name, String profession, String words) {}

    /// Minutes that left, or did not.
    public record Sent(String recipient, String words, @Nullable String href, boolean left) {}
}
