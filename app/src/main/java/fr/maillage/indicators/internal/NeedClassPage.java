package fr.maillage.indicators.internal;

import java.util.List;

/// Persons over sixty by what their needs call for.
///
/// @param without followed, over sixty, of whom no evaluation advised a level yet
public record NeedClassPage(int classed, int without, List<Line> lines) {

    /// @param reference « 65 % »
    public record Line(String label, int persons, String share, String reference) {}
}
