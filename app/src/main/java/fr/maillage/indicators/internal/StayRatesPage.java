package fr.maillage.indicators.internal;

import java.util.List;

/// Unplanned stays and readmissions.
///
/// @param period « du 1er janvier au 2 juin 2026 »
public record StayRatesPage(
        String period,
        String chosen,
        List<Period> periods,
        List<Row> rows,
        Acute acute,
        List<PilotagePage.Meaning> meanings) {

    /// Urgent and very specific situations.
    ///
    /// @param share of the stays feared, those avoided
    public record Acute(Count all, Count feared, Count kept, String share) {}

    public record Period(String code, String label) {}

    /// @param rate « 12,5 » for a hundred persons
    /// @param share « 20 % »
    public record Row(
            String title,
            Count followed,
            Count stays,
            String rate,
            Count returns,
            Count again,
            String share) {}

    public record Count(String value, String href) {}
}
