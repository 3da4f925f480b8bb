package fr.maillage.desk.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one page of a person: what we want, what is late, who does what, whom to call, what happened
/// last.
///
/// @param crisis what to do in a crisis, or null
/// @param project the person's own words of their life project, or null
/// @param plan where the plan stands, in words
/// @param planHref address of the plan, or null when it does not open for who reads
/// @param hidden what is not shown to who reads, in words; null when everything is
/// @param team whether what stays inside the team shows: last facts, contacts, rights
public record SynthesisPage(
        Banner banner,
        @Nullable String crisis,
        @Nullable String project,
        String plan,
        @Nullable String planHref,
        List<Goal> goals,
        boolean clinical,
        List<Late> late,
        @Nullable String hidden,
        List<Work> works,
        List<Call> calls,
        boolean circle,
        List<Dated> appointments,
        boolean team,
        List<Fact> facts,
        List<Dated> contacts,
        List<Health> health,
        List<Agreement> agreements,
        List<Agreement> entitlements) {

    /// A goal of the plan in force.
    public record Goal(String title, String measure, String tone, String icon, String result) {}

    /// Something late, or still to do.
    ///
    /// @param href where it is dealt with, or null
    public record Late(
            String tone,
            String icon,
            String mark,
            String title,
            String detail,
            @Nullable String href) {}

    /// Who does what.
    public record Work(
            String title, String volet, String actor, boolean withoutActor, String rhythm) {}

    /// Somebody to call.
    public record Call(
            String name, String quality, @Nullable String phone, @Nullable String dial) {}

    /// Something with a date.
    public record Dated(String when, String exact, String what, String detail) {}

    /// A line of the line of life.
    public record Fact(
            String tone,
            String icon,
            String what,
            @Nullable String href,
            String when,
            String exact,
            String author) {}

    /// A heading and its value.
    public record Health(String label, String value) {}

    /// One of the three acts, or a right with where it stands.
    public record Agreement(String tone, String icon, String label, String state) {}
}
