package fr.maillage.registry.internal.governance;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting: its agenda, who took part and for whom, what was decided, its minutes.
///
/// @param body address of its body
/// @param edit address of its form, where its minutes are kept too; null for those who may not
/// @param add address of the forms of new lines up to the name of the list; null as well
/// @param takeSeats whether who sits may be taken over among those expected
/// @param errors of a form of this page that was refused
public record MeetingPage(
        String id,
        String subject,
        String day,
        String mode,
        String place,
        String present,
        boolean planned,
        String bodyName,
        String body,
        String of,
        String structure,
        @Nullable String edit,
        @Nullable Add add,
        boolean takeSeats,
        List<Item> agenda,
        List<Part> parts,
        List<BodyPage.Task> decisions,
        List<Minutes> minutes,
        String readBy,
        FormErrors errors) {

    /// Addresses of the forms of new lines.
    public record Add(String item, String part, String decision, String seats) {}

    /// @param axis strategy, prospective, evaluation; "" for none
    public record Item(int rank, String subject, String axis, String by, @Nullable String edit) {}

    /// @param structure represented; "" when it is none of the register
    /// @param opinion in words; "" when none was given
    public record Part(
            String represents,
            String structure,
            String function,
            String presence,
            String opinion,
            String words,
            @Nullable String edit) {}

    public record Minutes(String href, String words) {}
}
