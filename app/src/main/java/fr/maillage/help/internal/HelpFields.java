package fr.maillage.help.internal;

import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Fields and small forms that the cards of helps share.
final class HelpFields {

    private HelpFields() {}

    /// The form by which something that runs is ended on a day, with why.
    static FormView end(
            Shown shown, LocalDate today, String key, String to, String title, int version) {
        return shown.form(
                key,
                to,
                title,
                new Typed(Map.of("endedOn", List.of(today.toString()))),
                typed ->
                        List.of(
                                FormFields.field("endedOn", "Le", null, "DATE", typed, false),
                                FormFields.field(
                                        "endedWhy", "Pourquoi", null, "TEXT", typed, false)),
                version,
                "Terminer");
    }

    /// One of several.
    static <E extends Enum<E>> Field choice(
            String name, String label, Typed typed, E[] values, Function<E, String> words) {
        return FormFields.select(
                name,
                label,
                typed,
                List.of(
                        new Group(
                                "",
                                Arrays.stream(values)
                                        .map(v -> new Option(v.name(), words.apply(v), false))
                                        .toList())),
                false);
    }

    /// As many as one likes.
    static <E extends Enum<E>> Field ticks(
            String name, String label, Typed typed, E[] values, Function<E, String> words) {
        return new Field(
                name,
                label,
                null,
                "DAYS",
                "",
                typed.all(name),
                List.of(
                        new Group(
                                "",
                                Arrays.stream(values)
                                        .map(v ->
                                                new Option(
                                                        v.name(),
                                                        words.apply(v),
                                                        typed.all(name).contains(v.name())))
                                        .toList())),
                true,
                null);
    }
}
