package fr.maillage.network.internal.team;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;

/// Leave of the team, running and to come, with the form of the next.
public record AbsencesPage(
        Sent form,
        Map<String, String> team,
        Map<String, String> reasons,
        List<Line> now,
        List<Line> later,
        List<Line> past) {

    /// One leave.
    public record Line(String id, String member, String replacement, String reason, String dates) {}
}
