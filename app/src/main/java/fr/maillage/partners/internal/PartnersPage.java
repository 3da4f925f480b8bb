package fr.maillage.partners.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// With whom the structure works.
///
/// @param total partner structures of today
/// @param counts of them by the words of the sector, every one in order
/// @param categories the fifteen of ARESPA, in its order, and the others
/// @param chosen code of the one listed; "" for partner structures of any
/// @param title of the list
/// @param circles whether those listed are of circles, instead of members and partners
/// @param lines those of today first
public record PartnersPage(
        int total,
        Map<String, Integer> counts,
        List<Category> categories,
        String chosen,
        String title,
        boolean circles,
        List<Line> lines) {

    /// A count equals the length of the list it opens, without those of the past.
    ///
    /// @param formal members of the network and partner structures of today
    /// @param around professionals or structures of a circle of today
    /// @param source what the source counts for ARESPA; null when it does not
    public record Category(
            String code,
            String label,
            int formal,
            String formalHref,
            int around,
            String aroundHref,
            @Nullable String source) {}

    /// @param card null for somebody of circles whom nothing else knows
    /// @param sector of a partner structure
    /// @param days since when, or « dans 3 cercles »
    /// @param agreement day a convention was signed; null when none was
    /// @param present whether it is so today
    public record Line(
            @Nullable String card,
            String name,
            String kind,
            @Nullable String sector,
            String days,
            @Nullable String agreement,
            boolean present) {}
}
