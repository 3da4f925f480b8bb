package fr.maillage.agenda.internal.setup;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The hours of one day as people write them: « 9:00-12:30, 13:30-17:00 », « 9h-17h ».
final class WeekForm {

    private WeekForm() {}

    record Hours(LocalTime opens, LocalTime closes) {}

    /// The stretches, in order; none for a day that is not worked. Empty when it cannot be read, or
    /// when they overlap.
    static Optional<List<Hours>> read(String typed) {
        var hours = new ArrayList<Hours>();
        for (var part : typed.split("[,;+]|\\bet\\b")) {
            var words = part.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
            if (words.isEmpty()) continue;
            var ends = words.split("[-–à]");
            if (ends.length != 2) return Optional.empty();
            var opens = time(ends[0]);
            var closes = time(ends[1]);
            if (opens.isEmpty() || closes.isEmpty() || !closes.get().isAfter(opens.get()))
                return Optional.empty();
            if (!hours.isEmpty() && opens.get().isBefore(hours.getLast().closes()))
                return Optional.empty();
            hours.add(new Hours(opens.get(), closes.get()));
        }
        return Optional.of(List.copyOf(hours));
    }

    /// As they are shown to be changed.
    static String words(List<Hours> hours) {
        return hours.stream()
                .map(h -> h.opens() + "-" + h.closes())
                .collect(Collectors.joining(", "));
    }

    private static Optional<LocalTime> time(String typed) {
        var at = typed.replace('h', ':').replaceAll(":$", "");
        if (!at.matches("\\d{1,2}(:\\d{2})?")) return Optional.empty();
        var parts = at.split(":");
        try {
            return Optional.of(
                    LocalTime.of(
                            Integer.parseInt(parts[0]),
                            parts.length == 1 ? 0 : Integer.parseInt(parts[1])));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
