package fr.maillage.intake.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a request stands today, in the words its card and its page share.
///
/// @param words « Réponse due demain »
/// @param tone the class that goes with them
/// @param icon the icon that goes with them
record Standing(String words, String tone, String icon) {

    private static final String S = Typography.NBSP;

    /// Whether somebody still has something to do.
    static boolean active(ReferralRow r) {
        return r.status().open() || r.urgencyRuns();
    }

    /// Whether an evaluation or the answer is late.
    static boolean late(ReferralRow r, Instant now) {
        if (r.urgencyRuns()) {
            var next = nextEvaluation(r);
            if (next != null && next.isBefore(now)) return true;
        }
        return r.status().open() && r.answerDue() != null && r.answerDue().isBefore(day(now));
    }

    static Standing of(ReferralRow r, Instant now) {
        var today = day(now);
        if (r.urgencyRuns()) {
            var next = nextEvaluation(r);
            if (next == null)
                return new Standing("Urgente, à faire entrer en niveau", "is-late", "urgent");
            var hours = (r.done24() == null ? "24" : "48") + S + "h";
            return next.isBefore(now)
                    ? new Standing("Évaluation à " + hours + " en retard", "is-late", "urgent")
                    : new Standing(
                            "Urgente, " + hours + S + ": " + moment(next), "is-late", "urgent");
        }
        if (!r.status().open()) return new Standing(r.status().label(), "is-done", "check");
        var due = r.answerDue();
        if (due == null) return new Standing(r.status().label(), "", "info-circle");
        if (due.isBefore(today))
            return new Standing(
                    "En retard" + S + ": réponse due " + FrenchDates.relative(due, today),
                    "is-late",
                    "alert-circle");
        return new Standing(
                "Réponse due " + FrenchDates.relative(due, today),
                due.isAfter(today.plusDays(1)) ? "" : "is-due",
                "clock");
    }

    /// « 84 ans, Douai »; null when the request is about nobody.
    static @Nullable String detail(ReferralRow r, LocalDate today) {
        if (r.person() == null) return null;
        return Stream.of(
                        r.birthDate() == null ? null : FrenchDates.age(r.birthDate(), today),
                        r.commune())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private static @Nullable Instant nextEvaluation(ReferralRow r) {
        if (r.done48() != null) return null;
        return r.done24() == null ? r.due24() : r.due48();
    }

    private static String moment(Instant at) {
        var local = LocalDateTime.ofInstant(at, FrenchDates.PARIS);
        return FrenchDates.shortDay(local.toLocalDate()) + " à" + S + FrenchDates.time(local);
    }
}
