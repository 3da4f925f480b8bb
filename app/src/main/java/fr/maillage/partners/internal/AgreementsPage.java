package fr.maillage.partners.internal;

import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreements with self-employed psychologists.
///
/// @param form of the one whose end was refused
/// @param failed its identifier, "" for none
/// @param head whether who reads signs and ends them
public record AgreementsPage(List<Line> lines, Sent form, String failed, boolean head) {

    /// @param running today
    /// @param mayEnd whether it runs, or is to come
    /// @param ended when it was ended and why; null when it was not
    public record Line(
            String id,
            String card,
            String name,
            String days,
            String terms,
            String state,
            boolean running,
            boolean mayEnd,
            @Nullable String ended) {}
}
