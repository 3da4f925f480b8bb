package fr.maillage.documents.internal;

import java.util.List;

/// What waits to be filed.
public record WaitingPage(List<Waiting> lines, String sentence, boolean more, DepositPage deposit) {

    /// @param late waits for more than a week
    public record Waiting(
            String href,
            String title,
            String nature,
            String by,
            String since,
            String exact,
            boolean late,
            String source) {}
}
