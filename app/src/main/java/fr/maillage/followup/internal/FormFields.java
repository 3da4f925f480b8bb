package fr.maillage.followup.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads what a form sent, before any rule.
final class FormFields {

    private FormFields() {}

    /// A field as typed, without the blanks around it nor the null character PostgreSQL does not
    /// store; empty when absent.
    static String text(MultiValueMap<String, String> sent, String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /// Null when nothing was typed.
    static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    /// A day as browsers send it, or `02/06/2026`; empty when it is not one.
    static Optional<LocalDate> day(String typed) {
        try {
            if (typed.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
                var parts = typed.split("/");
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[0])));
            }
            // beyond these years PostgreSQL and people both give up
            return Optional.of(LocalDate.parse(typed))
                    .filter(d -> d.getYear() >= 1900 && d.getYear() <= 2200);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A time of day, `09:30` or `9h30`; empty when it is not one.
    static Optional<LocalTime> time(String typed) {
        var plain = typed.replace('h', ':').replaceAll(":$", ":00");
        try {
            return Optional.of(LocalTime.parse(plain.matches("\\d:.*") ? "0" + plain : plain));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
