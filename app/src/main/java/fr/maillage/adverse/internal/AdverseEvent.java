package fr.maillage.adverse.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// An event of the register, as it stands.
///
/// @param number `2026-004`
/// @param gravity null until somebody rates it
/// @param eigs grave, unexpected and associated with care: the law has it declared to the ARS
/// @param person display name, for who may read the event
/// @param declarer null when they chose not to be named
/// @param arsTask the reminder of [#toDeclare], while there is one
/// @param readers accounts of those concerned
record AdverseEvent(
        UUID id,
        String number,
        EventType type,
        @Nullable Gravity gravity,
        @Nullable Consequence consequence,
        boolean unexpected,
        boolean eigs,
        LocalDate happenedOn,
        @Nullable PatientId patient,
        @Nullable String person,
        @Nullable String professional,
        String circumstances,
        @Nullable String immediate,
        Instant declaredAt,
        @Nullable String declarer,
        List<UUID> readers,
        List<CauseFamily> families,
        @Nullable String causes,
        @Nullable Method method,
        @Nullable LocalDate analysedOn,
        @Nullable String analysedBy,
        @Nullable LocalDate arsOn,
        @Nullable String arsNumber,
        @Nullable LocalDate arsPart2On,
        @Nullable UUID arsTask,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedWords,
        int version) {

    /// Months the law leaves for the second part of the declaration. Source: CSP R.1413-69.
    private static final int PART_TWO_MONTHS = 3;

    boolean closed() {
        return closedAt != null;
    }

    /// What the law still asks the structure to send to the ARS about it.
    enum ToDeclare {
        NOTHING,
        PART_1,
        PART_2
    }

    /// « Sans délai », then a second part (CSP R.1413-69); nothing of what is closed.
    ToDeclare toDeclare() {
        if (!eigs || closed() || arsPart2On != null) return ToDeclare.NOTHING;
        return arsOn == null ? ToDeclare.PART_1 : ToDeclare.PART_2;
    }

    /// Last day of the second part of its declaration; null before the first.
    @Nullable LocalDate part2Until() {
        return arsOn == null ? null : arsOn.plusMonths(PART_TWO_MONTHS);
    }

    String href() {
        return "/evenements/" + id;
    }

    @Override
    public String toString() {
        return "AdverseEvent[" + id + "]";
    }
}
