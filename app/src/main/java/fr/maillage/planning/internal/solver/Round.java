package fr.maillage.planning.internal.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The visits of one day of one member, in order: what the solver decides.
@PlanningEntity
public class Round {

    private @Nullable Shift shift;

    private List<Visit> visits = new ArrayList<>();

    /// For the solver.
    public Round() {}

    public Round(Shift shift) {
        this.shift = shift;
    }

    public Shift shift() {
        return java.util.Objects.requireNonNull(shift);
    }

    /// In the order they are made.
    @PlanningListVariable(allowsUnassignedValues = true)
    public List<Visit> getVisits() {
        return visits;
    }

    /// For the solver.
    public void setVisits(List<Visit> visits) {
        this.visits = visits;
    }

    /// When each begins.
    public Timetable timetable() {
        return Timetable.of(shift(), visits);
    }
}
