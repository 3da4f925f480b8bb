package fr.maillage.registry.internal.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The register of financed networks.
///
/// @param financing what the agency entered, latest year first
/// @param guide networks by type of the guide
public record FinancedPage(
        List<Financed> financing,
        List<Sorted> guide,
        Table of2011,
        Table of2010,
        List<Year> region,
        List<Count> counts) {

    public record Financed(
            String href,
            String name,
            int year,
            String fund,
            String theme,
            String amount,
            String source) {}

    public record Sorted(String label, int count, boolean outside, List<Named> networks) {}

    public record Named(String href, String name) {}

    /// A published table, as printed, with the sum of its lines.
    public record Table(
            String source, List<Theme> lines, Theme printed, Theme summed, String checks) {}

    /// Cells are "" where the document prints nothing.
    public record Theme(
            String label,
            String networks,
            String amount,
            String share,
            String patients,
            String median,
            String perPatient,
            String isq,
            @Nullable String note) {}

    /// @param width of its bar, in hundredths of the widest
    /// @param computed the rate as it works out, when it is not the printed one
    public record Year(
            int year,
            String faqsv,
            String drdr,
            String fiqcs,
            String total,
            String consumed,
            int width,
            int used,
            String rate,
            @Nullable String computed,
            @Nullable String note) {}

    public record Count(String scope, int year, String networks, String words, String source) {}
}
