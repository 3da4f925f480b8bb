package fr.maillage.casefile.internal.departure;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A departure as typed: a successor for each person (`to-<id>`), for each commune (`par-<code>`),
/// for whatever else (`rest`), a note to each successor (`note-<id>`).
record DepartureForm(Sent sent) {

    static final int LONGEST_NOTE = 4000;

    /// Everything typed, one value a field.
    Map<String, String> typed() {
        return sent.values().toSingleValueMap();
    }

    FormErrors errors() {
        return sent.errors();
    }

    Optional<UUID> member(String field) {
        return sent.id(field);
    }

    @Nullable LocalDate lastDay() {
        return FrenchDates.read(sent.text("lastDay")).orElse(null);
    }

    /// Notes by successor.
    Map<UUID, String> notes() {
        var notes = new LinkedHashMap<UUID, String>();
        typed().forEach((field, words) -> {
            if (field.startsWith("note-") && !words.isBlank())
                Ids.parse(field.substring(5))
                        .ifPresent(id -> notes.put(id, sent.text(field, LONGEST_NOTE)));
        });
        return notes;
    }
}
