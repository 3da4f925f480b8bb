package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Case.Answer;
import fr.maillage.diseaseregister.internal.Case.Ending;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms of a case, drawn from the definition that serves, and what was typed in them read
/// back. What the file says stands in them already.
final class CaseForms {

    /// How the person was told.
    static final Map<String, String> HOW =
            ordered("ORAL", "De vive voix", "ECRIT", "Note remise", "COURRIER", "Courrier");

    /// Who was told, who objects.
    static final Map<String, String> WHO =
            ordered(
                    "PERSONNE",
                    "La personne",
                    "REPRESENTANT",
                    "Le représentant légal, les parents");

    /// Why a case comes out without an objection.
    static final Map<String, String> OUT =
            ordered("PAS_UN_CAS", "Ce n’est pas un cas", "DOUBLON", "Doublon d’un autre cas");

    private CaseForms() {}

    /// Codes and words, in this order.
    static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }

    /// What stands in the form of a case or a follow-up: what was answered, else what the file says
    /// and may stand there.
    static Typed typed(
            List<Field> asked,
            Map<String, Answer> answers,
            Map<String, String> file,
            String... more) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < more.length; i += 2) values.put(more[i], List.of(more[i + 1]));
        for (var field : asked) {
            var answer = answers.get(field.code());
            var value = answer != null ? answer.value() : fromFile(field, file);
            if (value != null)
                values.put(
                        name(field),
                        List.of(
                                field.type() == Field.Type.NOMBRE
                                        ? value.replace('.', ',')
                                        : value));
        }
        return new Typed(values);
    }

    private static @Nullable String fromFile(Field field, Map<String, String> file) {
        var said = field.origin() == null ? null : file.get(field.origin());
        return said == null ? null : field.read(said).value();
    }

    static String name(Field field) {
        return "f_" + field.code();
    }

    /// The fields asked, each as its type.
    static List<FormView.Field> fields(List<Field> asked, Map<String, String> file, Typed typed) {
        var fields = new ArrayList<FormView.Field>();
        for (var field : asked) {
            var label = field.label() + (field.mandatory() ? " *" : "");
            var hint = hint(field, file);
            fields.add(
                    switch (field.type()) {
                        case NOMBRE, TEXTE ->
                                FormFields.field(
                                        name(field),
                                        label,
                                        hint,
                                        "TEXT",
                                        typed,
                                        field.type() == Field.Type.TEXTE);
                        case DATE ->
                                FormFields.field(name(field), label, hint, "DATE", typed, false);
                        case LISTE ->
                                choice(
                                        name(field),
                                        label,
                                        typed,
                                        field.choices().stream()
                                                .map(c -> new Option(c.code(), c.label(), false))
                                                .toList());
                        case OUI_NON ->
                                choice(
                                        name(field),
                                        label,
                                        typed,
                                        List.of(
                                                new Option("OUI", "Oui", false),
                                                new Option("NON", "Non", false)));
                    });
        }
        return fields;
    }

    private static @Nullable String hint(Field field, Map<String, String> file) {
        var words = new ArrayList<String>();
        if (!field.unit().isEmpty()) words.add(field.unit());
        if (field.min() != null || field.max() != null)
            words.add(RegisterText.outOfRange(field.min(), field.max(), "").replace(".", ""));
        if (fromFile(field, file) != null) words.add("repris du dossier");
        return words.isEmpty() ? null : String.join(", ", words);
    }

    static FormView.Field choice(String name, String label, Typed typed, List<Option> options) {
        return FormFields.optional(name, label, typed, "Choisir…", options);
    }

    static FormView.Field choice(
            String name, String label, Typed typed, Map<String, String> options) {
        return choice(name, label, typed, options(options));
    }

    static List<Option> options(Map<String, String> words) {
        return words.entrySet().stream()
                .map(e -> new Option(e.getKey(), e.getValue(), false))
                .toList();
    }

    /// The answers typed; a wrong one has its sentence beside its field. One the file already said
    /// is marked so.
    static Map<String, Answer> answers(
            Definition definition,
            boolean followUp,
            Typed typed,
            Map<String, String> file,
            @Nullable LocalDate born,
            @Nullable LocalDate died,
            LocalDate today,
            FormErrors errors) {
        var answers = new LinkedHashMap<String, Answer>();
        var asked = definition.asked(followUp);
        for (var field : asked) {
            var read = field.read(typed.text(name(field)));
            if (read.fault() != null) errors.add(name(field), read.fault());
            else if (read.value() != null)
                answers.put(
                        field.code(),
                        new Answer(read.value(), read.value().equals(fromFile(field, file))));
        }
        for (var field : asked) {
            var answer = answers.get(field.code());
            if (answer != null && field.type() == Field.Type.DATE)
                Quality.date(definition, field, answer.value(), answers, born, died, today)
                        .ifPresent(sentence -> errors.add(name(field), sentence));
        }
        return answers;
    }

    static List<Option> endings() {
        return Arrays.stream(Ending.values())
                .map(e -> new Option(e.name(), e.label, false))
                .toList();
    }

    /// The information given, and the day that makes the case.
    static List<FormView.Field> inclusion(Definition definition, Typed typed, List<Group> sources) {
        return List.of(
                FormFields.field(
                        "informedOn",
                        "Informée le",
                        "De ce qui est noté, pour quoi, de son droit de s’opposer.",
                        "DATE",
                        typed,
                        false),
                choice("informedHow", "Comment", typed, HOW),
                choice("informedWho", "Qui", typed, WHO),
                FormFields.field(
                        "incidentOn", definition.head().onset() + " *", null, "DATE", typed, false),
                FormFields.select("source", "Signalé par", typed, sources, false));
    }
}
