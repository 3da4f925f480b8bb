package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger: what left, what came back, by dates.
///
/// @param from first day, as a form field holds it
/// @param error why the dates are not read
public record LedgerPage(
        String from,
        String to,
        String period,
        List<Line> lines,
        long count,
        boolean more,
        String csv,
        @Nullable String error) {

    /// A line of the ledger.
    public record Line(
            String on,
            String what,
            String channel,
            String recipient,
            String quality,
            String kind,
            @Nullable String person,
            String by,
            @Nullable String words) {}
}
