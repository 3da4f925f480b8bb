package fr.maillage.steering.internal.project;

import fr.maillage.steering.internal.project.Gap.Done;
import fr.maillage.steering.internal.project.Gap.Pair;
import fr.maillage.steering.internal.project.Gap.Planned;
import fr.maillage.steering.internal.project.Plans.Line;
import fr.maillage.steering.internal.project.Plans.Plan;
import fr.maillage.steering.internal.project.Plans.Told;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project as it stood on a day: its first plan, the one in force, what had been told of each
/// action. What came later is not known to it.
///
/// @param first null while none was adopted
/// @param last the one in force; the first itself before any replanning
/// @param done by action; absent when nothing was told
record Situation(
        LocalDate day,
        @Nullable Plan first,
        @Nullable Plan last,
        Map<UUID, Line> inFirst,
        Map<UUID, Line> inLast,
        Map<UUID, Done> done) {

    static Situation on(LocalDate day, List<Plan> plans, List<Line> lines, List<Told> told) {
        var adopted =
                plans.stream()
                        .filter(p -> p.adoptedOn() != null && !p.adoptedOn().isAfter(day))
                        .toList();
        var first = adopted.isEmpty() ? null : adopted.getFirst();
        var last = adopted.isEmpty() ? null : adopted.getLast();
        var done = new LinkedHashMap<UUID, Done>();
        for (var one : told) if (!one.on().isAfter(day)) done.put(one.action(), one.done());
        return new Situation(day, first, last, of(first, lines), of(last, lines), done);
    }

    private static Map<UUID, Line> of(@Nullable Plan plan, List<Line> lines) {
        var found = new LinkedHashMap<UUID, Line>();
        if (plan != null)
            for (var line : lines)
                if (line.plan().equals(plan.id())) found.put(line.action(), line);
        return found;
    }

    /// Whether it was planned again.
    boolean replanned() {
        return first != null && last != null && first.number() != last.number();
    }

    /// Every action of the two plans, those of the plan in force first.
    List<UUID> actions() {
        var all = new LinkedHashSet<>(inLast.keySet());
        all.addAll(inFirst.keySet());
        return List.copyOf(all);
    }

    Done done(UUID action) {
        return done.getOrDefault(action, Done.NOTHING);
    }

    /// Its line in the plan in force, or in the first when it was taken out since.
    Planned planned(UUID action) {
        var line = inLast.get(action);
        return (line == null ? Objects.requireNonNull(inFirst.get(action)) : line).planned();
    }

    /// The whole against one of its plans.
    Gap.Whole against(Map<UUID, Line> plan) {
        return Gap.whole(
                plan.entrySet().stream()
                        .map(e -> new Pair(e.getValue().planned(), done(e.getKey())))
                        .toList(),
                day);
    }
}
