package fr.maillage.followup.internal;

import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.followup.FollowUp.Marked;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rule of marking an act.
///
/// @param actor who the plan names, when it names somebody
record Marking(String status, LocalDate dueUntil, @Nullable String actor) {

    /// Late is after the window, whatever the tolerance: the tolerance is the team's patience, not
    /// the plan's. Nobody of the support team (`ofTheTeam`) is written as the author of an act the
    /// plan gives to others (REQ-TEAM-11).
    Marked by(Mark mark, LocalDate today, Predicate<String> ofTheTeam) {
        if (status.equals("SUSPENDU")) return new Marked.Suspended();
        return switch (mark) {
            case Mark.Done(var on, var _, var _) when on.isAfter(today) -> new Marked.InTheFuture();
            case Mark.Done(var _, var by, var _)
                    when by == null ? actor == null : !by.equals(actor) && ofTheTeam.test(by) ->
                    new Marked.ByWhom();
            case Mark.Done(var on, var _, var _) -> new Marked.Recorded(on.isAfter(dueUntil));
            case Mark.Missed _, Mark.Unmark _ -> new Marked.Recorded(false);
        };
    }
}
