package fr.maillage.registry.internal.counter;

import fr.maillage.kernel.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A week of opening hours. Closed on public holidays: a desk open then says so by its note.
record OpeningHours(List<Stretch> stretches) {

    /// @param to when it closes, the same day
    record Stretch(DayOfWeek day, LocalTime from, LocalTime to) {}

    OpeningHours {
        stretches =
                stretches.stream()
                        .sorted(Comparator.comparing(Stretch::day).thenComparing(Stretch::from))
                        .toList();
    }

    boolean openAt(LocalDateTime at) {
        return of(at).anyMatch(s ->
                !at.toLocalTime().isBefore(s.from()) && at.toLocalTime().isBefore(s.to()));
    }

    /// « Ouvert jusqu’à 17:00 », « Fermé, ouvre mercredi 3 juin à 09:00 »; "" when no hours are
    /// known, or none in the fortnight.
    String now(LocalDateTime at) {
        if (stretches.isEmpty()) return "";
        if (openAt(at))
            return CounterText.openUntil(
                    of(at).filter(s -> at.toLocalTime().isBefore(s.to()))
                            .findFirst()
                            .orElseThrow()
                            .to());
        for (int days = 0; days < 15; days++) {
            var day = at.toLocalDate().plusDays(days);
            var after = days == 0 ? at.toLocalTime() : LocalTime.MIN;
            var next = of(day.atStartOfDay()).filter(s -> !s.from().isBefore(after)).findFirst();
            if (next.isPresent())
                return CounterText.opens(day, next.get().from(), at.toLocalDate());
        }
        return "";
    }

    private Stream<Stretch> of(LocalDateTime at) {
        return WorkingDays.FRANCE.isHoliday(at.toLocalDate())
                ? Stream.empty()
                : stretches.stream().filter(s -> s.day() == at.getDayOfWeek());
    }

    /// « du lundi au vendredi, 9 h – 12 h et 14 h – 17 h ; le samedi, 9 h – 12 h »; "" when none.
    String words() {
        var byDay =
                stretches.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stretch::day,
                                        java.util.TreeMap::new,
                                        Collectors.mapping(
                                                CounterText::stretch, Collectors.joining(" et "))));
        var parts = new java.util.ArrayList<String>();
        DayOfWeek first = null;
        DayOfWeek last = null;
        var hours = "";
        for (var entry : byDay.entrySet()) {
            var follows = last != null && entry.getKey().getValue() == last.getValue() + 1;
            if (first != null && last != null && (!follows || !entry.getValue().equals(hours))) {
                parts.add(CounterText.days(first, last) + ", " + hours);
                first = null;
            }
            if (first == null) first = entry.getKey();
            last = entry.getKey();
            hours = entry.getValue();
        }
        if (first != null && last != null) parts.add(CounterText.days(first, last) + ", " + hours);
        return String.join(CounterText.THEN, parts);
    }
}
