package fr.maillage.intake.internal;

import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.intake.internal.Codes.Subsidiarity;
import fr.maillage.intake.internal.Codes.ToKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to a request. None of them refuses it: advice, orientation, support proposed, waiting,
/// or closed with a coded reason.
sealed interface Decision {

    /// What was answered.
    record Advise(String words) implements Decision {}

    /// What information is waited for.
    record Await(String what) implements Decision {}

    /// Handed over to a structure better able to help, with the person's agreement. Source: guide,
    /// fiche D4 §4-1, D3 §3.7.
    record Orient(@Nullable ToKind kind, String name, String content, boolean patientAgreed)
            implements Decision {}

    /// Support is proposed: the way to inclusion.
    record Propose() implements Decision {}

    /// The person is followed already: the request joins what goes on.
    ///
    /// @param followed whether they are
    record Attach(boolean followed) implements Decision {}

    /// Without follow-up.
    record Close(@Nullable ClosedReason reason, String note) implements Decision {}

    /// What a request says of itself when it is answered.
    ///
    /// @param aboutSomebody false for advice about nobody
    /// @param needValidated the coordination need was validated, which precedes any support (guide,
    ///   D3 §3)
    /// @param urgencyRuns its urgent circuit has not ended
    record Situation(
            Status status,
            boolean aboutSomebody,
            boolean needValidated,
            @Nullable Subsidiarity subsidiarity,
            boolean urgencyRuns) {}

    /// What stops this answer now; empty when nothing does. The page greys its buttons with the
    /// same answer.
    static List<Obstacle> obstacles(Decision decision, Situation on) {
        var found = new ArrayList<Obstacle>();
        if (!on.status().open()) found.add(new Obstacle.AlreadyAnswered(on.status()));
        switch (decision) {
            case Advise(var words) -> {
                if (words.isBlank()) found.add(new Obstacle.Missing("advice"));
                if (on.urgencyRuns()) found.add(new Obstacle.UrgencyRuns());
            }
            case Await(var what) -> {
                if (what.isBlank()) found.add(new Obstacle.Missing("awaiting"));
            }
            case Orient(var kind, var name, var content, var agreed) -> {
                if (!on.aboutSomebody()) found.add(new Obstacle.AboutNobody());
                if (kind == null) found.add(new Obstacle.Missing("toKind"));
                if (name.isBlank()) found.add(new Obstacle.Missing("toName"));
                if (content.isBlank()) found.add(new Obstacle.Missing("content"));
                if (!agreed) found.add(new Obstacle.PersonHasNotAgreed());
            }
            case Propose() -> {
                if (!on.aboutSomebody()) found.add(new Obstacle.AboutNobody());
                else if (!on.needValidated()) found.add(new Obstacle.NeedNotValidated());
                if (on.subsidiarity() != null && !on.subsidiarity().leavesRoom())
                    found.add(new Obstacle.AlreadyCovered());
            }
            case Attach(var followed) -> {
                if (!followed) found.add(new Obstacle.NotFollowed());
                if (on.urgencyRuns()) found.add(new Obstacle.UrgencyRuns());
            }
            case Close(var reason, var note) -> {
                if (reason == null) found.add(new Obstacle.Missing("reason"));
                if (reason == ClosedReason.HORS_TERRITOIRE && note.isBlank())
                    found.add(new Obstacle.Missing("note"));
                if (on.urgencyRuns()) found.add(new Obstacle.UrgencyRuns());
            }
        }
        return List.copyOf(found);
    }

    sealed interface Obstacle {
        record AlreadyAnswered(Status status) implements Obstacle {}

        /// @param field the field of the form
        record Missing(String field) implements Obstacle {}

        record AboutNobody() implements Obstacle {}

        record NeedNotValidated() implements Obstacle {}

        record AlreadyCovered() implements Obstacle {}

        record PersonHasNotAgreed() implements Obstacle {}

        record UrgencyRuns() implements Obstacle {}

        record NotFollowed() implements Obstacle {}
    }
}
