package fr.maillage.casefile.internal.departure;

import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A departure as typed: a successor for each person (`to-<id>`), for each commune (`par-<code>`),
/// for whatever else (`rest`), a note to each successor (`note-<id>`).
record DepartureForm(Map<String, String> typed, FormErrors errors) {

    static final int LONGEST_NOTE = 4000;

    DepartureForm(Map<String, String> typed) {
        this(typed, new FormErrors());
    }

    String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    Optional<UUID> member(String field) {
        return Ids.parse(value(field));
    }

    @Nullable LocalDate lastDay() {
        try {
            return LocalDate.parse(value("lastDay"));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// Notes by successor.
    Map<UUID, String> notes() {
        var notes = new LinkedHashMap<UUID, String>();
        typed.forEach((field, words) -> {
            if (field.startsWith("note-") && !words.isBlank())
                Ids.parse(field.substring(5))
                        .ifPresent(id -> {
                            if (words.length() > LONGEST_NOTE)
                                errors.add(field, DepartureText.NOTE_TOO_LONG);
                            else notes.put(id, words.strip());
                        });
        });
        return notes;
    }
}
