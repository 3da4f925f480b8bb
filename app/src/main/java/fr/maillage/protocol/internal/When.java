package fr.maillage.protocol.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// When a protocol asks for an act: a [Recurrence] whose first day is not known yet.
///
/// @param everyN null for once
/// @param unit JOUR, SEMAINE or MOIS
/// @param times null: as long as the plan lasts
/// @param origin what it is counted from
/// @param afterN so long after it; 0: at once
/// @param afterKey the act of the protocol it follows, for [Origin#ACTE]
/// @param words as the source says it, when it says more
record When(
        @Nullable Integer everyN,
        @Nullable String unit,
        @Nullable Integer times,
        Set<Integer> weekdays,
        Origin origin,
        int afterN,
        @Nullable String afterUnit,
        @Nullable String afterKey,
        @Nullable String words) {

    /// A plan is looked at again within the year: what repeats without an end ends with it.
    static final int PLAN_MONTHS = 12;

    enum Origin {
        DEBUT,
        SORTIE,
        ACTE,
        /// The source gives no date: « à chaque consultation », « sur avis ».
        SANS
    }

    static final When UNDATED =
            new When(null, null, null, Set.of(), Origin.SANS, 0, null, null, null);

    When {
        // in order: what is printed of it is compared
        weekdays =
                Collections.unmodifiableSortedSet(
                        new TreeSet<>(weekdays == null ? Set.of() : weekdays));
        origin = Objects.requireNonNullElse(origin, Origin.SANS);
    }

    boolean dated() {
        return origin != Origin.SANS;
    }

    boolean waits() {
        return origin == Origin.SORTIE || origin == Origin.ACTE;
    }

    /// The recurrence of somebody's plan. What follows an act that is not in the plan is counted
    /// from the start.
    ///
    /// @param start when the plan takes it up; for what waits, from when a discharge counts
    /// @param acts the interventions of the plan, by their key in the protocol
    Recurrence on(LocalDate start, Function<String, @Nullable Following> acts) {
        var unit = Objects.requireNonNullElse(afterUnit, "JOUR");
        var followed = origin == Origin.ACTE && afterKey != null ? acts.apply(afterKey) : null;
        After after = null;
        if (origin == Origin.SORTIE)
            after = new After(afterN, unit, Recurrence.What.SORTIE, null, null);
        else if (followed != null)
            after = new After(afterN, unit, Recurrence.What.ACTE, followed.act(), followed.title());
        var first = after == null ? plus(start, afterN, unit) : start;
        LocalDate end = null;
        if (everyN != null && times == null) {
            end = start.plusMonths(PLAN_MONTHS).minusDays(1);
            if (end.isBefore(first)) end = first;
        }
        return new Recurrence(first, end, everyN, this.unit, times, weekdays, after);
    }

    /// An intervention that another follows.
    record Following(UUID act, String title) {}

    /// How often, to be compared with another: days from one time to the next.
    int period() {
        return new Recurrence(
                        LocalDate.EPOCH,
                        everyN == null || times != null ? null : LocalDate.EPOCH,
                        everyN,
                        unit,
                        times,
                        weekdays)
                .period();
    }

    /// Days from the origin to the first time, about.
    int delay() {
        return switch (Objects.requireNonNullElse(afterUnit, "JOUR")) {
            case "MOIS" -> afterN * 365 / 12;
            case "SEMAINE" -> afterN * 7;
            default -> afterN;
        };
    }

    /// Whether two ways of saying when may be one line of a plan: they wait for the same thing.
    boolean compatible(When other) {
        return dated() == other.dated()
                && (waits() || other.waits()
                        ? origin == other.origin && Objects.equals(afterKey, other.afterKey)
                        : true);
    }

    /// « tous les 3 mois », « 7 jours après chaque sortie d’hôpital, puis 1 fois par semaine, 8
    /// fois », « une fois, 2 mois après le début ».
    String sentence(@Nullable String followed) {
        if (!dated()) return words == null ? "sans date fixée" : words;
        var unit = Objects.requireNonNullElse(afterUnit, "JOUR");
        var rhythm =
                everyN == null || this.unit == null
                        ? null
                        : RecurrenceWords.rhythm(everyN, this.unit, weekdays)
                                + (times == null ? "" : ", " + times + NBSP + "fois");
        return switch (origin) {
            case SORTIE ->
                    RecurrenceWords.after(afterN, unit, Recurrence.What.SORTIE, null)
                            + (rhythm == null ? "" : ", puis " + rhythm);
            case ACTE ->
                    RecurrenceWords.after(afterN, unit, Recurrence.What.ACTE, followed)
                            + (rhythm == null ? "" : ", puis " + rhythm);
            default ->
                    (rhythm == null ? "une fois" : rhythm)
                            + (afterN == 0
                                    ? rhythm == null ? ", au début" : ""
                                    : ", "
                                            + RecurrenceWords.count(afterN, unit)
                                            + " après le début");
        };
    }

    private static LocalDate plus(LocalDate day, int n, String unit) {
        return switch (unit) {
            case "MOIS" -> day.plusMonths(n);
            case "SEMAINE" -> day.plusWeeks(n);
            default -> day.plusDays(n);
        };
    }
}
