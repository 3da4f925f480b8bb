package fr.maillage.network.internal.team;

import java.util.List;

/// One account, as the head of the structure keeps it.
///
/// @param own the reader's
public record AccountPage(AccountsPage.Line line, boolean own, List<Event> events) {

    /// What happened to it.
    public record Event(String at, String what, String actor) {}
}
