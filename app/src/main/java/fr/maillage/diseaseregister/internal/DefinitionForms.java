package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Definition.Head;
import fr.maillage.diseaseregister.internal.Field.Choice;
import fr.maillage.diseaseregister.internal.Field.Moment;
import fr.maillage.diseaseregister.internal.Field.Type;
import fr.maillage.kernel.PersonName;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The forms of a definition, and what was typed in them read back.
final class DefinitionForms {

    private static final int LONG = 3_000;
    private static final int CHOICES = 100;
    private static final int LONGEST_CODE = 40;

    private DefinitionForms() {}

    static Typed typed(Head h) {
        return of(
                "title", h.title(),
                "caseDefinition", h.caseDefinition(),
                "exclusions", h.exclusions(),
                "onset", h.onset(),
                "words", String.join(", ", h.words()),
                "area", h.area(),
                "per", String.valueOf(h.per()),
                "everyMonths", String.valueOf(h.everyMonths()),
                "toleranceDays", String.valueOf(h.toleranceDays()),
                "ground", h.ground());
    }

    static List<FormView.Field> fields(Typed typed, List<Option> areas) {
        return List.of(
                FormFields.field("title", "Nom du registre", null, "TEXT", typed, true),
                FormFields.field(
                        "caseDefinition",
                        "Qui est un cas",
                        "Critères, classification et codes employés.",
                        "AREA",
                        typed,
                        true),
                FormFields.field(
                        "exclusions",
                        "Qui n’en est pas un, malgré la ressemblance",
                        null,
                        "AREA",
                        typed,
                        true),
                FormFields.field(
                        "onset",
                        "La date qui fait le cas",
                        "«\u00A0Date du diagnostic\u00A0», «\u00A0Date du premier traitement\u00A0»…",
                        "TEXT",
                        typed,
                        true),
                FormFields.field(
                        "words",
                        "Pathologies à examiner",
                        "Des mots séparés par des virgules\u00A0: les plans qui les nomment sont proposés.",
                        "TEXT",
                        typed,
                        true),
                FormFields.select(
                        "area",
                        "Population\u00A0: les habitants de",
                        typed,
                        List.of(new Group("", areas)),
                        false),
                FormFields.select(
                        "per",
                        "Taux",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Definition.PER.stream()
                                                .map(n ->
                                                        new Option(
                                                                String.valueOf(n),
                                                                RegisterText.per(n),
                                                                false))
                                                .toList())),
                        false),
                FormFields.field(
                        "everyMonths",
                        "Un suivi tous les (mois)",
                        "0\u00A0: aucun suivi.",
                        "NUMBER",
                        typed,
                        false),
                FormFields.field(
                        "toleranceDays", "En retard après (jours)", null, "NUMBER", typed, false),
                FormFields.field(
                        "ground",
                        "Sur quoi repose ce traitement de données",
                        "Avis, convention, formalités, note d’information remise.",
                        "AREA",
                        typed,
                        true));
    }

    static Head head(Typed typed, List<Option> areas, FormErrors errors) {
        var title = line(typed, "title", errors);
        if (title.isEmpty()) errors.add("title", RegisterText.TITLE);
        var area = typed.text("area");
        if (areas.stream().noneMatch(o -> o.value().equals(area)))
            errors.add("area", RegisterText.NO_AREA);
        var per = typed.text("per");
        if (Definition.PER.stream().noneMatch(n -> String.valueOf(n).equals(per)))
            errors.add("per", WebText.CHOOSE);
        return new Head(
                title,
                text(typed, "caseDefinition", errors),
                text(typed, "exclusions", errors),
                line(typed, "onset", errors),
                Stream.of(line(typed, "words", errors).split(","))
                        .map(String::strip)
                        .filter(w -> w.length() >= 3)
                        .toList(),
                area,
                per.equals("100000") ? 100_000 : 1_000_000,
                FormFields.number(typed, "everyMonths", 0, 0, 120, errors),
                FormFields.number(typed, "toleranceDays", 60, 0, 366, errors),
                text(typed, "ground", errors));
    }

    static Typed blank() {
        return of("moment", Moment.INCLUSION.name(), "type", Type.NOMBRE.name(), "leaves", "on");
    }

    static Typed typed(Field f) {
        return of(
                "label", f.label(),
                "type", f.type().name(),
                "moment", f.moment().name(),
                "unit", f.unit(),
                "min", RegisterText.plain(f.min()),
                "max", RegisterText.plain(f.max()),
                "choices",
                        f.choices().stream()
                                .map(c -> c.code() + " = " + c.label())
                                .collect(Collectors.joining("\n")),
                "mandatory", f.mandatory() ? "on" : "",
                "origin", FormFields.text(f.origin()),
                "notBefore", FormFields.text(f.notBefore()),
                "leaves", f.leaves() ? "on" : "");
    }

    static List<FormView.Field> fields(Typed typed, Definition definition, List<Option> origins) {
        return List.of(
                FormFields.field("label", "Donnée", null, "TEXT", typed, true),
                FormFields.select(
                        "type", "Forme", typed, group(Type.values(), t -> t.label), false),
                FormFields.select(
                        "moment", "Demandée", typed, group(Moment.values(), m -> m.label), false),
                FormFields.field("unit", "Unité", "Pour un nombre.", "TEXT", typed, false),
                FormFields.field("min", "Pas moins de", null, "TEXT", typed, false),
                FormFields.field("max", "Pas plus de", null, "TEXT", typed, false),
                FormFields.field(
                        "choices",
                        "Valeurs de la liste",
                        "Une par ligne\u00A0: code = libellé.",
                        "AREA",
                        typed,
                        true),
                FormFields.optional("origin", "Reprise du dossier", typed, "Non, saisie", origins),
                FormFields.optional(
                        "notBefore",
                        "Une date qui ne peut précéder",
                        typed,
                        "Aucune",
                        definition.fields().stream()
                                .filter(f -> f.type() == Type.DATE)
                                .map(f -> new Option(f.code(), f.label(), false))
                                .toList()),
                FormFields.field(
                        "mandatory",
                        "Exigée\u00A0: son absence est signalée",
                        null,
                        "CHECK",
                        typed,
                        false),
                FormFields.field(
                        "leaves",
                        "Sort dans les extraits pseudonymisés",
                        null,
                        "CHECK",
                        typed,
                        false));
    }

    /// @param code of the field changed; null for a new one, whose code comes from its name
    static Field field(
            Typed typed,
            @Nullable String code,
            Definition definition,
            List<Option> origins,
            FormErrors errors) {
        var label = line(typed, "label", errors);
        var named = code == null ? codeOf(label) : code;
        if (label.isEmpty() || named.isEmpty()) errors.add("label", RegisterText.LABEL);
        if (code == null && definition.field(named).isPresent())
            errors.add("label", RegisterText.CODE_TAKEN);
        var type = among(Type.values(), typed.text("type"), "type", errors);
        var moment = among(Moment.values(), typed.text("moment"), "moment", errors);
        var number = type == Type.NOMBRE;
        var min = number ? bound(typed, "min", errors) : null;
        var max = number ? bound(typed, "max", errors) : null;
        if (min != null && max != null && min.compareTo(max) > 0)
            errors.add("min", RegisterText.BOUNDS);
        var choices = type == Type.LISTE ? choices(typed, errors) : List.<Choice>of();
        var origin = typed.orNull("origin");
        if (origin != null
                && (origins.stream().noneMatch(o -> o.value().equals(origin))
                        || !FileFacts.fits(origin, type)))
            errors.add("origin", RegisterText.ORIGIN_TYPE);
        var notBefore = type == Type.DATE ? typed.orNull("notBefore") : null;
        if (notBefore != null
                && (notBefore.equals(named)
                        || definition
                                .field(notBefore)
                                .filter(f -> f.type() == Type.DATE)
                                .isEmpty())) errors.add("notBefore", WebText.CHOOSE);
        return new Field(
                named,
                label,
                type,
                moment,
                number ? line(typed, "unit", errors) : "",
                min,
                max,
                choices,
                typed.checked("mandatory"),
                origin,
                notBefore,
                typed.checked("leaves") && type != Type.TEXTE);
    }

    private static List<Choice> choices(Typed typed, FormErrors errors) {
        var read = new LinkedHashMap<String, Choice>();
        var wrong = false;
        for (var line : typed.text("choices").lines().filter(l -> !l.isBlank()).toList()) {
            var parts = line.split("=", 2);
            var code = parts[0].strip();
            var label = parts.length == 2 ? parts[1].strip() : "";
            if (!code.matches("[A-Za-z0-9._-]{1,20}")
                    || label.isEmpty()
                    || label.length() > FormFields.LINE
                    || read.put(code, new Choice(code, label)) != null) wrong = true;
        }
        if (wrong || read.size() < 2 || read.size() > CHOICES)
            errors.add("choices", RegisterText.LIST_NEEDED);
        return List.copyOf(read.values());
    }

    private static @Nullable BigDecimal bound(Typed typed, String name, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) return null;
        var number = Field.number(text);
        if (number.isEmpty()) errors.add(name, RegisterText.NOT_A_NUMBER);
        return number.orElse(null);
    }

    /// « Date de première dialyse » is `date_de_premiere_dialyse`.
    static String codeOf(String label) {
        var code =
                PersonName.searchKey(label).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return code.substring(0, Math.min(LONGEST_CODE, code.length()));
    }

    private static <E extends Enum<E>> E among(
            E[] values, String name, String field, FormErrors errors) {
        return Arrays.stream(values)
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(field, WebText.CHOOSE);
                    return values[0];
                });
    }

    private static <E extends Enum<E>> List<Group> group(E[] values, Function<E, String> label) {
        return List.of(
                new Group(
                        "",
                        Arrays.stream(values)
                                .map(v -> new Option(v.name(), label.apply(v), false))
                                .toList()));
    }

    private static String line(Typed typed, String name, FormErrors errors) {
        var text = typed.text(name);
        if (text.length() > FormFields.LINE) errors.add(name, WebText.LINE_TOO_LONG);
        return text;
    }

    private static String text(Typed typed, String name, FormErrors errors) {
        var text = typed.text(name);
        if (text.length() > LONG) errors.add(name, WebText.tooLong(LONG));
        return text;
    }

    static Typed of(String... pairs) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2)
            values.put(pairs[i], pairs[i + 1].isEmpty() ? List.of() : List.of(pairs[i + 1]));
        return new Typed(values);
    }
}
