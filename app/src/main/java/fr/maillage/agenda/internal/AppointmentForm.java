package fr.maillage.agenda.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A new appointment exactly as typed.
///
/// @param name the name of a person, when none was chosen yet
/// @param patient identifier of the person chosen
/// @param together identifiers of others of the household it is for
/// @param anyway kept though it overlaps another
public record AppointmentForm(
        String kind,
        String day,
        String time,
        String minutes,
        String member,
        String name,
        String patient,
        String title,
        String place,
        boolean anyway,
        List<String> together,
        String once) {

    static AppointmentForm of(MultiValueMap<String, String> sent) {
        return new AppointmentForm(
                text(sent, "kind"),
                text(sent, "day"),
                text(sent, "time"),
                text(sent, "minutes"),
                text(sent, "member"),
                text(sent, "name"),
                text(sent, "patient"),
                text(sent, "title"),
                text(sent, "place"),
                !text(sent, "anyway").isEmpty(),
                List.copyOf(sent.getOrDefault("together", List.of())),
                text(sent, "_once"));
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /// What was typed, when every rule holds; else empty and `errors` says why.
    Optional<AgendaService.NewAppointment> read(FormErrors errors, UUID me) {
        var chosen = Arrays.stream(Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
        if (chosen.isEmpty()) errors.add("kind", AgendaText.CHOOSE);
        var on = parse(day, LocalDate::parse);
        if (on == null || on.getYear() < 2000 || on.getYear() > 2200)
            errors.add("day", AgendaText.NOT_A_DAY);
        var at = parse(time, LocalTime::parse);
        if (at == null) errors.add("time", AgendaText.NOT_A_TIME);
        var length =
                minutes.isEmpty()
                        ? chosen.map(k -> k.minutes).orElse(30)
                        : minutes.matches("\\d{1,3}") ? Integer.parseInt(minutes) : 0;
        if (length < 5 || length > 600) errors.add("minutes", AgendaText.MINUTES);
        if (title.length() > 500) errors.add("title", AgendaText.TOO_LONG);
        if (place.length() > 500) errors.add("place", AgendaText.TOO_LONG);
        var person = PatientId.parse(patient);
        if (person.isEmpty() && !name.isEmpty()) errors.add("name", AgendaText.WHO);
        if (person.isEmpty() && name.isEmpty() && title.isEmpty())
            errors.add("title", AgendaText.NOTHING);
        if (!errors.none() || on == null || at == null || chosen.isEmpty()) return Optional.empty();
        var start = on.atTime(at).atZone(FrenchDates.PARIS).toInstant();
        return Optional.of(
                new AgendaService.NewAppointment(
                        chosen.get(),
                        person.orElse(null),
                        Ids.parse(member).orElse(me),
                        start,
                        start.plusSeconds(60L * length),
                        title.isEmpty() ? null : title,
                        place.isEmpty() ? null : place,
                        together.stream()
                                .map(PatientId::parse)
                                .flatMap(Optional::stream)
                                .distinct()
                                .filter(p -> !person.equals(Optional.of(p)))
                                .toList()));
    }

    private static <T> @Nullable T parse(
            String typed, java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
