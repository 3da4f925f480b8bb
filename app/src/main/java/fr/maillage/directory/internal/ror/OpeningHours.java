package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.fhir.Fhir;
import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/// Opening hours of an offer in words: « lun., mar. 9 h – 12 h, mer. 24 h/24, fermé du 01/08/2026
/// au 31/08/2026 ».
final class OpeningHours {

    private static final List<String> DAYS =
            List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");

    private static final List<String> CODES =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private OpeningHours() {}

    /// Null when the offer says nothing.
    static @Nullable String words(HealthcareService service) {
        Map<String, TreeSet<Integer>> days = new LinkedHashMap<>();
        for (var time : service.getAvailableTime()) {
            var hours =
                    time.getAllDay()
                            ? "24 h/24"
                            : time.hasAvailableStartTime() && time.hasAvailableEndTime()
                                    ? hour(time.getAvailableStartTime())
                                            + " – "
                                            + hour(time.getAvailableEndTime())
                                    : "";
            var of = days.computeIfAbsent(hours, _ -> new TreeSet<>());
            time.getDaysOfWeek().forEach(d -> of.add(CODES.indexOf(d.getCode())));
            Fhir.value(
                            time.getExtension(),
                            "ror-available-time-number-days-of-week",
                            IntegerType.class)
                    .map(IntegerType::getValue)
                    .filter(n -> n >= 1 && n <= 7)
                    .ifPresent(n -> of.add(n - 1));
        }
        var said = new java.util.ArrayList<String>();
        days.forEach((hours, of) -> {
            var line = (days(of) + " " + hours).strip();
            if (!line.isEmpty()) said.add(line);
        });
        for (var closed : service.getNotAvailable()) {
            var from = closed.getDuring().getStart();
            var until = closed.getDuring().getEnd();
            if (from != null)
                said.add(
                        until == null
                                ? "fermé depuis le " + day(from)
                                : "fermé du " + day(from) + " au " + day(until));
        }
        return said.isEmpty() ? null : String.join(", ", said);
    }

    private static String days(TreeSet<Integer> of) {
        if (of.isEmpty()) return "";
        if (of.size() == 7) return "7 j/7";
        return of.size() > 2 && of.last() - of.first() == of.size() - 1
                ? DAYS.get(of.first()) + " à " + DAYS.get(of.last())
                : String.join(", ", of.stream().map(DAYS::get).toList());
    }

    private static String hour(String time) {
        var minutes = time.length() >= 5 ? time.substring(3, 5) : "00";
        var hour = time.startsWith("0") ? time.substring(1, 2) : time.substring(0, 2);
        return minutes.equals("00") ? hour + " h" : hour + " h " + minutes;
    }

    private static String day(java.util.Date day) {
        return FrenchDates.date(LocalDate.ofInstant(day.toInstant(), PARIS));
    }
}
