package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.number;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;
import static fr.maillage.web.FormFields.with;

import fr.maillage.careplan.LineFields;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.ProtocolForms.Choices;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the form of an intervention has besides a title and a source: to fields and back.
final class ActForm {

    private ActForm() {}

    /// What stands in an intervention.
    static void typed(Act a, Map<String, List<String>> values) {
        var w = a.when();
        values.put("type", List.of(a.type()));
        values.put("code", List.of(text(a.code())));
        values.put("role", List.of(a.role()));
        values.put("condition", List.of(a.condition()));
        values.put("aim", List.of(text(a.aim())));
        values.put("origin", List.of(w.origin().name()));
        values.put("after_key", List.of(text(w.afterKey())));
        values.put("after_n", List.of(String.valueOf(w.afterN())));
        values.put("after_unit", List.of(w.afterUnit() == null ? "JOUR" : w.afterUnit()));
        values.put("every_n", List.of(w.everyN() == null ? "1" : w.everyN().toString()));
        values.put("unit", List.of(text(w.unit())));
        values.put("times", List.of(w.times() == null ? "" : w.times().toString()));
        values.put("weekdays", w.weekdays().stream().map(String::valueOf).toList());
        values.put("words", List.of(text(w.words())));
        values.put("window", List.of(String.valueOf(a.window())));
        values.put("tolerance", List.of(String.valueOf(a.tolerance())));
    }

    /// Adds its fields.
    static void fields(List<Field> fields, Typed typed, Choices choices) {
        var types =
                Stream.of("SOINS", "EDUCATION", "AIDE")
                        .map(volet ->
                                new Group(
                                        switch (volet) {
                                            case "SOINS" -> "Plan de soins";
                                            case "EDUCATION" -> "Éducation thérapeutique";
                                            default -> "Plan d’aide";
                                        },
                                        choices.types().stream()
                                                .filter(t -> t.volet().equals(volet))
                                                .map(t -> new Option(t.code(), t.label(), false))
                                                .toList()))
                        .toList();
        fields.add(select("type", "Type", typed, types, false));
        fields.add(field("code", "Code de l’acte", ProtocolText.SAME_CODE, "TEXT", typed, false));
        fields.add(field("role", "Par qui", null, "TEXT", typed, false));
        fields.add(field("condition", "Pour qui", "Vide\u00A0: pour tous.", "TEXT", typed, false));
        fields.add(
                select(
                        "aim",
                        "Pour quel objectif",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        with(
                                                "",
                                                "aucun en particulier",
                                                lines(choices.document().aims())))),
                        true));
        fields.add(
                select(
                        "origin",
                        "Compté à partir de",
                        typed,
                        options(
                                "DEBUT",
                                "le début du plan",
                                "SORTIE",
                                "chaque sortie d’hôpital",
                                "ACTE",
                                "chaque fois qu’un autre acte est fait",
                                "SANS",
                                "aucune date fixée"),
                        false));
        fields.add(
                optional(
                        "after_key",
                        "Quel acte",
                        typed,
                        "sans objet",
                        lines(choices.document().acts())));
        fields.add(field("after_n", "Combien après", null, "NUMBER", typed, false));
        fields.add(
                select(
                        "after_unit",
                        "Unité de ce délai",
                        typed,
                        options("JOUR", "jours", "SEMAINE", "semaines", "MOIS", "mois"),
                        false));
        fields.add(LineFields.unit(typed));
        fields.add(field("every_n", "Puis tous les", null, "NUMBER", typed, false));
        fields.add(
                field(
                        "times",
                        "Nombre de fois",
                        "Vide\u00A0: tant que dure le plan.",
                        "NUMBER",
                        typed,
                        false));
        fields.add(LineFields.weekdays(typed));
        fields.add(
                field(
                        "window",
                        "À faire dans les (jours)",
                        "0\u00A0: le jour même.",
                        "NUMBER",
                        typed,
                        false));
        fields.add(field("tolerance", "En retard après (jours)", null, "NUMBER", typed, false));
        fields.add(field("words", "Tel que le dit la source", null, "TEXT", typed, true));
    }

    private static List<Option> lines(List<? extends Line> lines) {
        return lines.stream().map(l -> new Option(l.key(), l.title(), false)).toList();
    }

    /// An intervention as typed.
    static Act read(
            String key,
            String title,
            Source source,
            Typed typed,
            Choices choices,
            FormErrors errors) {
        var type = typed.text("type");
        if (choices.types().stream().noneMatch(t -> t.code().equals(type)))
            errors.add("type", WebText.CHOOSE);
        var code = typed.orNull("code");
        if (code != null && !code.matches("[A-Z0-9_]{1,40}")) errors.add("code", ProtocolText.CODE);
        var aim = typed.orNull("aim");
        if (aim != null && choices.document().aims().stream().noneMatch(a -> a.key().equals(aim)))
            errors.add("aim", WebText.CHOOSE);
        return new Act(
                key,
                code,
                title,
                type,
                typed.text("role"),
                typed.text("condition"),
                aim,
                when(key, typed, choices.document(), errors),
                number(typed, "window", 0, 0, 366, errors),
                number(typed, "tolerance", 7, 0, 366, errors),
                source);
    }

    private static When when(String key, Typed typed, Document document, FormErrors errors) {
        var origin =
                Arrays.stream(When.Origin.values())
                        .filter(o -> o.name().equals(typed.text("origin")))
                        .findFirst()
                        .orElse(When.Origin.SANS);
        var words = typed.orNull("words");
        if (origin == When.Origin.SANS)
            return new When(null, null, null, Set.of(), origin, 0, null, null, words);
        var unit = oneOf(typed, "unit", LineFields.UNITS, errors);
        var after = oneOf(typed, "after_unit", LineFields.UNITS, errors);
        var followed = origin == When.Origin.ACTE ? typed.orNull("after_key") : null;
        if (origin == When.Origin.ACTE
                && (followed == null
                        || followed.equals(key)
                        || document.line(Kind.ACT, followed).isEmpty()))
            errors.add("after_key", ProtocolText.FOLLOWED);
        Integer every = unit.isEmpty() ? null : number(typed, "every_n", 1, 1, 366, errors);
        Integer times =
                unit.isEmpty() || typed.text("times").isEmpty()
                        ? null
                        : Integer.valueOf(number(typed, "times", 1, 1, 1000, errors));
        var days = LineFields.weekdays(typed, unit);
        var when =
                new When(
                        every,
                        unit.isEmpty() ? null : unit,
                        times,
                        days,
                        origin,
                        number(typed, "after_n", 0, 0, 366, errors),
                        after.isEmpty() ? null : after,
                        followed,
                        words);
        if (errors.none()) {
            var dates = when.on(java.time.LocalDate.EPOCH, _ -> null);
            if (dates.tooMany())
                errors.add(
                        times == null ? "every_n" : "times",
                        RecurrenceWords.tooMany(dates.dates().size()));
        }
        return when;
    }
}
