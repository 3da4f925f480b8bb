package fr.maillage.network.internal.team;

import java.util.List;

/// Who covers which commune.
///
/// @param uncovered communes of the structure's zones that nobody covers
public record SectorsPage(int communes, List<Zone> uncovered, List<Line> lines) {

    /// Communes of a zone.
    public record Zone(String name, List<String> communes) {}

    /// @param sectors zones and communes, as they were typed
    /// @param communes how many communes that makes
    public record Line(String id, String name, String function, String sectors, int communes) {}
}
