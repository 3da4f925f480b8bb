package fr.maillage.rcp.internal;

import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Flat payments of a period, what is adopted, and what meetings cost.
///
/// @param rates form of the head; null for others
public record FeesPage(
        String from,
        String to,
        String csv,
        List<Rate> adopted,
        List<Line> lines,
        String toPay,
        String paid,
        String total,
        List<Cost> costs,
        @Nullable FormView rates,
        @Nullable FormView evaluation) {

    public record Rate(String label, String words) {}

    /// @param id of the form that ticks it off
    public record Line(
            String id,
            String day,
            String who,
            String what,
            String amount,
            @Nullable String settled) {}

    /// A month.
    ///
    /// @param perPerson whole cost divided by situations looked at; « – » without any
    public record Cost(
            String month,
            int meetings,
            int persons,
            String team,
            String teamCost,
            String fees,
            String perPerson) {}
}
