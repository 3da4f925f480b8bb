package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tray of letters.
public record TrayPage(
        List<Tab> tabs, String current, List<Line> lines, boolean more, @Nullable String error) {

    /// A state and how many letters are in it.
    public record Tab(String href, String label, long count, boolean current, boolean late) {}

    /// A letter of the list.
    ///
    /// @param readable false when it holds health content and the reader sees names and status only
    public record Line(
            String id,
            String kind,
            String recipient,
            String recipientQuality,
            @Nullable String person,
            @Nullable String personHref,
            String when,
            String exact,
            @Nullable String detail,
            boolean readable,
            boolean waiting) {}

    /// Letters that may be ticked.
    public boolean waiting() {
        return current.equals("A_ENVOYER");
    }
}
