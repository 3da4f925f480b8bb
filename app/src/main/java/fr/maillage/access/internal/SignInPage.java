package fr.maillage.access.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sign-in page, and the page that gives a kept form back.
///
/// @param notice sentence on top: wrong password, signed out, session ended
/// @param severity `error`, `warning` or `info`, for the look of the notice
/// @param action where the kept form goes, when there is one
public record SignInPage(
        @Nullable String notice,
        String severity,
        List<Group> groups,
        @Nullable String action,
        List<Field> kept) {

    /// People of one role, in the demonstration.
    public record Group(String role, List<Person> people) {}

    /// One card: a click signs in.
    public record Person(String login, String name, String note) {}

    /// A field carried through.
    public record Field(String name, String value) {}
}
