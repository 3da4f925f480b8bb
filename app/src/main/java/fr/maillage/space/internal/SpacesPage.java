package fr.maillage.space.internal;

import java.util.List;

/// The spaces of who is signed in.
///
/// @param invitations of the structure or agency they answer for
/// @param outside spaces their structure is in without them, for its head
/// @param mine those that go on, with what is new
/// @param tasks what I am asked to do
/// @param mayOpen whether they open one
public record SpacesPage(
        List<Invitation> invitations,
        List<Line> outside,
        List<Line> mine,
        List<Line> closed,
        List<ThreadPage.Decision> tasks,
        boolean mayOpen) {

    public record Invitation(
            String href, String title, String kind, String host, String purpose, String invited) {}

    /// @param news « 3 nouveautés », or ""
    /// @param next « prochaine réunion le … », or ""
    public record Line(
            String href,
            String title,
            String kind,
            String about,
            String host,
            String members,
            String last,
            String next,
            String news) {}
}
