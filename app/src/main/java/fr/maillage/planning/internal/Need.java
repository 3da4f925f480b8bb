package fr.maillage.planning.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A visit something calls for.
///
/// @param notBefore first day it makes sense
/// @param due last day it is on time
/// @param latest a delay that is law, still to come; null for none
/// @param usual those who follow the person
/// @param asked lines asked by hand that it answers
record Need(
        UUID patient,
        Set<Reason> reasons,
        @Nullable String commune,
        int minutes,
        LocalDate notBefore,
        LocalDate due,
        @Nullable Instant latest,
        int weight,
        List<UUID> usual,
        List<UUID> asked) {

    private static final Comparator<Need> PRESSING =
            Comparator.comparing((Need n) -> n.latest() == null)
                    .thenComparing(Need::due)
                    .thenComparing(Need::notBefore);

    /// One visit answers everything that is due for a person within its own window: the longest of
    /// the lengths, the most pressing of the dates. What only makes sense later is another visit.
    static List<Need> merged(Collection<Need> needs) {
        return needs.stream().collect(Collectors.groupingBy(Need::patient)).values().stream()
                .flatMap(Need::ofOne)
                .sorted(PRESSING.thenComparing(n -> n.patient().toString()))
                .toList();
    }

    private static Stream<Need> ofOne(List<Need> needs) {
        var visits = new ArrayList<Need>();
        for (var need : needs.stream().sorted(PRESSING).toList()) {
            var last = visits.isEmpty() ? null : visits.getLast();
            if (last == null || need.notBefore().isAfter(last.until())) visits.add(need);
            else visits.set(visits.size() - 1, last.and(need));
        }
        return visits.stream();
    }

    /// The last day another reason may wait for it.
    private LocalDate until() {
        return due.isBefore(notBefore) ? notBefore : due;
    }

    /// Whether that visit is for it: of the same person, their windows meeting.
    boolean answeredBy(StopRow stop) {
        return patient.equals(stop.patient())
                && !stop.notBefore().isAfter(until())
                && !notBefore.isAfter(
                        stop.due().isBefore(stop.notBefore()) ? stop.notBefore() : stop.due());
    }

    private Need and(Need other) {
        var all = new TreeSet<>(reasons);
        all.addAll(other.reasons);
        return new Need(
                patient,
                all,
                commune,
                Math.max(minutes, other.minutes),
                notBefore.isAfter(other.notBefore) ? notBefore : other.notBefore,
                due.isBefore(other.due) ? due : other.due,
                latest == null
                        ? other.latest
                        : other.latest == null || latest.isBefore(other.latest)
                                ? latest
                                : other.latest,
                Math.max(weight, other.weight),
                usual,
                Stream.concat(asked.stream(), other.asked.stream()).distinct().toList());
    }

    @Override
    public String toString() {
        return "Need[" + patient + "]";
    }
}
