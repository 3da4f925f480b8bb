package fr.maillage.followup.internal.team;

import fr.maillage.followup.internal.ContactsPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who calls, why, when: counts of a period, each opening its list.
///
/// @param service the on-call service, as the structure declares it
/// @param unanswered « 12 % »; null without a call made
/// @param points points de coordination of the period
public record CallsPage(
        String from,
        String to,
        String period,
        String service,
        int total,
        int minutes,
        int unansweredCount,
        String unansweredHref,
        @Nullable String unanswered,
        int points,
        String href,
        List<Table> tables) {

    /// One way of counting.
    public record Table(String title, List<Count> counts, int most) {}

    /// @param share « 12 % » of all contacts
    public record Count(String href, String label, int count, int minutes, String share) {}

    /// The list that a count opens.
    public record Behind(
            String title,
            String period,
            int total,
            List<ContactsPage.Line> lines,
            String back,
            @Nullable String previous,
            @Nullable String next) {}
}
