package fr.maillage.agenda.internal.feed;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/// iCalendar (RFC 5545), as much of it as a list of dated events needs. Times are in UTC, which
/// every calendar shows on the clocks of its reader: no night of a change of hour can go wrong. An
/// event has room for no name: what it is, when, a commune, and the address of its page.
final class Ical {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Octets of a line, its end not counted (RFC 5545, 3.1).
    private static final int LONGEST = 75;

    private Ical() {}

    /// @param what the kind of appointment
    /// @param commune from the national list of communes, never typed words
    /// @param version how often it was changed
    record Event(
            UUID id,
            String what,
            Instant start,
            Instant end,
            @Nullable String commune,
            @Nullable String address,
            int version) {}

    /// The file.
    static String of(List<Event> events, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Maillage//Agenda//FR");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:Maillage");
        for (var event : events) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + event.id() + "@maillage");
            line(text, "DTSTAMP:" + UTC.format(now));
            line(text, "DTSTART:" + UTC.format(event.start()));
            line(text, "DTEND:" + UTC.format(event.end()));
            line(text, "SEQUENCE:" + event.version());
            line(text, "SUMMARY:" + escaped(event.what()));
            if (event.commune() != null) line(text, "LOCATION:" + escaped(event.commune()));
            if (event.address() != null) line(text, "URL:" + event.address());
            line(text, "CLASS:PRIVATE");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /// Folded: a line goes on after a line end and a space, never inside a character.
    private static void line(StringBuilder text, String words) {
        var octets = 0;
        for (int i = 0; i < words.length(); ) {
            var point = words.codePointAt(i);
            var sign = Character.toString(point);
            var size = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(sign);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
