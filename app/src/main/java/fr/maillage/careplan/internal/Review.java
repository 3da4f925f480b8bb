package fr.maillage.careplan.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The reassessment of a plan: what the former version aimed at is graded before the next one is
/// submitted, and what was not reached is kept and explained. Source: guide DGOS 2012, fiche O1 §3
/// I-C (réévaluer le PPS à une date prédéterminée); HAS, PPCS 2019 (objectifs non atteints). Which
/// goals are asked for is « proposition Maillage ».
final class Review {

    private Review() {}

    /// Goals that the former version left open: neither reached nor given up.
    static List<Content.Goal> of(@Nullable Pps former, Content draft) {
        if (former == null) return List.of();
        Map<UUID, Content.Goal> before =
                former.content().goals().stream()
                        .collect(Collectors.toMap(Content.Goal::id, Function.identity()));
        return draft.goals().stream()
                .filter(g -> {
                    var was = before.get(g.id());
                    return was != null && !was.over();
                })
                .toList();
    }

    /// Of these, those that must be graded before the draft is submitted: all of them when the day
    /// of the reassessment has come, else those whose own day has passed.
    static List<Content.Goal> waiting(@Nullable Pps former, Content draft, LocalDate today) {
        if (former == null) return List.of();
        var due = former.toReassess(today);
        return of(former, draft).stream()
                .filter(g -> g.reviewedOn() == null)
                .filter(g -> due || g.dueOn() != null && g.dueOn().isBefore(today))
                .toList();
    }

    /// Whether a goal may leave the plan: nobody aimed at it yet, or a version in force already
    /// says what became of it.
    static boolean mayGo(@Nullable Pps former, UUID goal) {
        return former == null
                || former.content().goals().stream()
                        .filter(g -> g.id().equals(goal))
                        .allMatch(Content.Goal::over);
    }
}
