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
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedWords,
        int version) {

    /// Months the law leaves for the second part of the declaration. Source: CSP R.1413-69.
    private static final int PART_TWO_MONTHS = 3;

    boolean closed() {
        return closedAt != null;
    }

    /// Last day of the second part of its declaration; null before the first.
    @Nullable LocalDate part2Until() {
        return arsOn == null ? null : part2Until(arsOn);
    }

    static LocalDate part2Until(LocalDate part1) {
        return part1.plusMonths(PART_TWO_MONTHS);
    }

    String href() {
        return "/evenements/" + id;
    }

    @Override
    public String toString() {
        return "AdverseEvent[" + id + "]";
    }
}
