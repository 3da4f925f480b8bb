package fr.maillage.coverage.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;

/// Where something is missing, in words: zones without a platform, territories with one structure
/// or none, sectors, and what the agency proposes.
public record GapsPage(
        String label,
        boolean mayWrite,
        int year,
        List<CoveragePage.Choice> years,
        List<Zone> without,
        int zones,
        String people,
        List<String> themes,
        List<Territory> territories,
        List<Sector> sectors,
        List<String> warnings,
        List<Proposal> proposals,
        Sent form,
        Map<String, String> places,
        Map<String, String> topics) {

    public record Zone(String href, String label, String territory, String people) {}

    /// @param cells one a theme
    public record Territory(String label, List<Cell> cells) {}

    /// @param tone class of its mark; empty when there is nothing to say
    public record Cell(String theme, String words, String tone, String icon, String names) {}

    public record Sector(
            String label,
            String people,
            String state,
            String tone,
            String icon,
            String coordinators,
            String structures) {}

    public record Proposal(String id, String words, String where, String figures, String by) {}
}
