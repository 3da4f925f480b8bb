package fr.maillage.partners.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Establishments and services the structure works with regularly.
///
/// @param total those of today
/// @param counts of today by the words of the sector, every one in order
/// @param lines those of today first
public record PartnersPage(int total, Map<String, Integer> counts, List<Line> lines) {

    /// @param agreement day a convention was signed; null when none was
    public record Line(
            String card,
            String name,
            String kind,
            String sector,
            String days,
            @Nullable String agreement,
            boolean present) {}
}
