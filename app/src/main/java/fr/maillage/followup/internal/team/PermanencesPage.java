package fr.maillage.followup.internal.team;

import fr.maillage.followup.internal.ContactsPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Permanences, and what came in during each.
///
/// @param service whether the service exists and its hours, as the structure declares it
public record PermanencesPage(String service, List<Line> lines) {

    /// @param state « en ce moment », « passée à l’équipe suivante, non reçue »…
    public record Line(
            String href,
            String who,
            String when,
            @Nullable String forward,
            int contacts,
            int urgent,
            String tone,
            String icon,
            String state) {}

    /// The log sheet of one permanence.
    ///
    /// @param handed who handed it over and when, null while nobody did
    /// @param received the same of the next team
    /// @param remark null when it is health content the reader does not see
    public record Sheet(
            String id,
            String who,
            String when,
            @Nullable String forward,
            List<ContactsPage.Line> contacts,
            List<ReportPage.Line> urgencies,
            List<ConsignesPage.Line> consignes,
            boolean begun,
            @Nullable String handed,
            @Nullable String remark,
            boolean hidden,
            @Nullable String received,
            @Nullable String error,
            String typed) {}
}
