package fr.maillage.planning.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;

import java.util.List;

/// The proposals, the form of the next one, and the visits asked by hand that wait.
///
/// @param kept how long proposals are kept
public record RoundsPage(
        List<Line> lines,
        List<Asked> asked,
        List<Member> members,
        String kept,
        Sent form,
        FormErrors errors) {

    /// A proposal.
    public record Line(
            String href,
            String period,
            String who,
            String state,
            String tone,
            String icon,
            String sub) {}

    /// A visit asked by hand.
    public record Asked(String id, String file, String name, String due, String by) {}

    /// Somebody whose rounds may be proposed.
    public record Member(String id, String name, String function, boolean chosen) {}
}
