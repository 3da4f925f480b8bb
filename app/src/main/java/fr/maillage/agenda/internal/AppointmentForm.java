package fr.maillage.agenda.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.WebText;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An appointment exactly as typed, new or changed; shown again as it is when a rule refuses it.
public record AppointmentForm(MultiValueMap<String, String> sent) {

    private static final int LONGEST = 600;

    /// A form nobody typed in.
    static AppointmentForm blank() {
        return new AppointmentForm(new LinkedMultiValueMap<>());
    }

    /// What was typed in a field, or "".
    public String text(String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /// Every value of a field.
    public List<String> all(String field) {
        return List.copyOf(sent.getOrDefault(field, List.of()));
    }

    /// Kept though something stands against it.
    boolean anyway() {
        return !text("anyway").isEmpty();
    }

    /// What was typed, when every rule holds; else empty and `errors` says why.
    Optional<Wanted> read(FormErrors errors, UUID me) {
        var kind =
                Arrays.stream(Kind.values()).filter(k -> k.name().equals(text("kind"))).findFirst();
        if (kind.isEmpty()) errors.add("kind", AgendaText.CHOOSE);
        var person = PatientId.parse(text("patient"));
        if (person.isEmpty() && !text("name").isEmpty()) errors.add("name", AgendaText.WHO);
        if (person.isEmpty() && text("name").isEmpty() && text("title").isEmpty())
            errors.add("title", AgendaText.NOTHING);
        for (var field : List.of("title", "place"))
            if (text(field).length() > 500) errors.add(field, AgendaText.TOO_LONG);
        var when = when(errors, kind.map(k -> k.minutes).orElse(30));
        var series = when.flatMap(w -> recurrence(errors, w.day()));
        if (!errors.none() || when.isEmpty() || kind.isEmpty()) return Optional.empty();
        var spans =
                series.isEmpty()
                        ? Optional.of(List.of(when.get().span()))
                        : Span.of(series.get(), when.get().time(), when.get().minutes());
        if (spans.isEmpty()) errors.add("times", AgendaText.tooMany(Recurrence.MOST));
        else if (spans.get().isEmpty()) errors.add("times", AgendaText.NO_DATE);
        if (!errors.none()) return Optional.empty();
        return Optional.of(
                new Wanted(
                        kind.get(),
                        person.orElse(null),
                        Ids.parse(text("member")).orElse(me),
                        ids("others"),
                        ids("resources"),
                        spans.orElseThrow(),
                        orNull(text("title")),
                        orNull(text("place")),
                        all("together").stream()
                                .map(PatientId::parse)
                                .flatMap(Optional::stream)
                                .distinct()
                                .filter(p -> !person.equals(Optional.of(p)))
                                .toList(),
                        series.orElse(null)));
    }

    /// A day, an hour and a length, as typed.
    record When(LocalDate day, LocalTime time, int minutes) {
        Span span() {
            return Span.of(day, time, minutes);
        }
    }

    /// When; empty when one of the three is wrong.
    Optional<When> when(FormErrors errors, int usual) {
        var day = day("day");
        if (day == null)
            errors.add("day", text("day").isEmpty() ? WebText.DATE_NEEDED : AgendaText.NOT_A_DAY);
        var time = parse(text("time"), LocalTime::parse);
        if (time == null)
            errors.add(
                    "time",
                    text("time").isEmpty() ? AgendaText.TIME_NEEDED : AgendaText.NOT_A_TIME);
        var minutes = text("minutes").isEmpty() ? usual : number("minutes").orElse(0);
        if (minutes < 5 || minutes > LONGEST) errors.add("minutes", AgendaText.MINUTES);
        return !errors.none() || day == null || time == null
                ? Optional.empty()
                : Optional.of(new When(day, time, minutes));
    }

    /// How it repeats; empty when it does not, or when what was typed is wrong.
    private Optional<Recurrence> recurrence(FormErrors errors, LocalDate start) {
        var unit = text("repeat");
        if (unit.isEmpty()) return Optional.empty();
        if (!Set.of("JOUR", "SEMAINE", "MOIS").contains(unit)) {
            errors.add("repeat", AgendaText.CHOOSE);
            return Optional.empty();
        }
        var every = text("every").isEmpty() ? Optional.of(1) : number("every");
        if (every.isEmpty() || every.get() < 1) errors.add("every", AgendaText.EVERY);
        var until = text("until").isEmpty() ? null : day("until");
        if (!text("until").isEmpty() && until == null) errors.add("until", AgendaText.NOT_A_DAY);
        if (until != null && until.isBefore(start)) errors.add("until", AgendaText.ENDS_BEFORE);
        var times = text("times").isEmpty() ? Optional.<Integer>empty() : number("times");
        if (!text("times").isEmpty() && times.filter(t -> t > 0).isEmpty())
            errors.add("times", AgendaText.TIMES);
        if (text("until").isEmpty() && text("times").isEmpty())
            errors.add("until", AgendaText.ENDLESS);
        if (!errors.none()) return Optional.empty();
        var weekdays =
                unit.equals("SEMAINE")
                        ? all("weekday").stream()
                                .filter(d -> d.matches("[1-7]"))
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet())
                        : Set.<Integer>of();
        return Optional.of(
                new Recurrence(
                        start, until, every.orElseThrow(), unit, times.orElse(null), weekdays));
    }

    private Optional<Integer> number(String field) {
        return text(field).matches("\\d{1,4}")
                ? Optional.of(Integer.valueOf(text(field)))
                : Optional.empty();
    }

    private @Nullable LocalDate day(String field) {
        var day = parse(text(field), LocalDate::parse);
        return day == null || day.getYear() < 2000 || day.getYear() > 2200 ? null : day;
    }

    /// Identifiers chosen in a field of several.
    List<UUID> ids(String field) {
        return all(field).stream().map(Ids::parse).flatMap(Optional::stream).distinct().toList();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <T> @Nullable T parse(String typed, Function<String, T> reading) {
        try {
            return reading.apply(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
