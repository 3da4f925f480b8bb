package fr.maillage.web;

import java.util.List;
import java.util.Optional;

/// What the act just done may lead to, offered on top of the page that follows it. Answered by the
/// module that knows; asked only when something was just done by somebody of the clinical team.
public interface JustDone {

    /// The panel of who is signed in; empty when there is nothing to offer.
    Optional<Panel> panel();

    /// @param what what was done, and about whom
    /// @param action where an answer is posted: `acte`, an id or `aucun`
    record Panel(String what, String action, List<Choice> choices) {}

    /// @param key the figure of the keyboard that chooses it
    record Choice(String key, String value, String label, String why) {}
}
