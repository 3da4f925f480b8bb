package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tray of letters.
///
/// @param batches made and not all posted yet
/// @param error why nothing was done
public record TrayPage(
        List<Tab> tabs,
        String current,
        boolean choosing,
        List<Line> lines,
        int page,
        boolean more,
        List<BatchLine> batches,
        String today,
        @Nullable String error) {

    /// A view of the list and how many letters are in it.
    public record Tab(String href, String label, long count, boolean current, boolean late) {}

    /// A letter of the list.
    ///
    /// @param readable false when it holds health content and the reader sees names and status only
    /// @param address what is wrong with its address; null when nothing is
    /// @param batch « lot 12, imprimé »; null when it is in none
    /// @param old waits for more than a week
    public record Line(
            String id,
            String kind,
            String recipient,
            String recipientQuality,
            @Nullable String person,
            @Nullable String personHref,
            String when,
            String exact,
            boolean old,
            @Nullable String detail,
            boolean readable,
            @Nullable String address,
            @Nullable String batch,
            @Nullable String batchHref) {}

    /// A batch: what is left of it.
    public record BatchLine(String href, String label, String state, boolean printed) {}

    /// The address of another page of the list.
    public String at(int other) {
        return "/courriers?etat=" + current + "&page=" + other;
    }
}
