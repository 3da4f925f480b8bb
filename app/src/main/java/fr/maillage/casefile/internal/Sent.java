package fr.maillage.casefile.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A form as it was typed: read by the rules, and shown again whole when they refuse.
public record Sent(MultiValueMap<String, String> values) {

    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    /// A form with some fields filled: name, value, name, value…
    public static Sent with(String... pairs) {
        var values = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) values.add(pairs[i], pairs[i + 1]);
        return new Sent(values);
    }

    /// What was typed, without spaces around; empty when nothing was.
    public String text(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// Whether a choice was made.
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /// Every choice made.
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(v -> !v.isBlank())
                .distinct()
                .toList();
    }

    /// As [#text], refused beyond `max` characters.
    public String text(String field, int max, FormErrors errors) {
        var text = text(field);
        if (text.length() > max) errors.add(field, CaseFileText.tooLong(max));
        return text;
    }

    /// A day, from a date field or typed as `02/06/2026`; empty when nothing or nonsense was typed,
    /// which is then refused.
    public Optional<LocalDate> day(String field, FormErrors errors) {
        var text = text(field);
        if (text.isEmpty()) return Optional.empty();
        try {
            var french = FRENCH.matcher(text);
            var day =
                    french.matches()
                            ? LocalDate.of(
                                    Integer.parseInt(french.group(3)),
                                    Integer.parseInt(french.group(2)),
                                    Integer.parseInt(french.group(1)))
                            : LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2200) throw new DateTimeException("year");
            return Optional.of(day);
        } catch (DateTimeException _) {
            errors.add(field, CaseFileText.NOT_A_DAY);
            return Optional.empty();
        }
    }

    /// An identifier chosen in a list.
    public Optional<UUID> id(String field) {
        return Ids.parse(text(field));
    }

    /// The number of a hidden or chosen field; −1 when it is none.
    public int number(String field) {
        var text = text(field);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
