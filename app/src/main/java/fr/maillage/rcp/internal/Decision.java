package fr.maillage.rcp.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// What was decided about a person.
///
/// @param act type of the intervention it becomes
/// @param line of the draft it was carried into; null while it waits for one
record Decision(
        UUID id,
        UUID item,
        String text,
        PlanPart part,
        Becomes becomes,
        @Nullable String act,
        @Nullable LocalDate dueOn,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        String by,
        @Nullable UUID pps,
        @Nullable UUID line,
        @Nullable UUID task) {

    /// Whether it still has to be written in the plan.
    boolean waits() {
        return becomes.inThePlan() && line == null;
    }

    @Override
    public String toString() {
        return "Decision[" + id + "]";
    }
}
