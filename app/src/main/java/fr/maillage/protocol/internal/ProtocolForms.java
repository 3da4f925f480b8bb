package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.LINE;
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
import fr.maillage.careplan.PlanDrafts.ActType;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.network.Networks.Theme;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Document.Criterion;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Read;
import fr.maillage.protocol.internal.Document.Severity;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.Document.Watch;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The small forms of a draft: heading and lines, to fields and back.
final class ProtocolForms {

    private static final int LONG = 1000;

    private ProtocolForms() {}

    /// What a form may choose among.
    record Choices(List<ActType> types, List<Theme> themes, Document document) {}

    // ── heading ──

    static Typed typed(Document d) {
        return typed(
                "title", d.title(),
                "nature", d.nature().name(),
                "theme", text(d.theme()),
                "summary", d.summary(),
                "pathologies", String.join(", ", d.pathologies()),
                "checking", d.checking(),
                "delegated_by", d.delegation().from(),
                "delegated_to", d.delegation().to(),
                "basis", d.delegation().basis());
    }

    static List<Field> head(Typed typed, List<Theme> themes) {
        return List.of(
                field("title", "Titre", null, "TEXT", typed, true),
                select(
                        "nature",
                        "Nature",
                        typed,
                        group(
                                Arrays.stream(Document.Nature.values())
                                        .map(n -> new Option(n.name(), n.label(), false))),
                        false),
                select("theme", "Thème", typed, themes(themes), false),
                field(
                        "pathologies",
                        "Proposé quand une pathologie du plan contient",
                        "Des mots séparés par des virgules.",
                        "TEXT",
                        typed,
                        true),
                field("summary", "À quoi il sert", null, "AREA", typed, true),
                field(
                        "checking",
                        "Comment son application est vérifiée",
                        "Qui relit quoi, quand. Demandé pour publier.",
                        "AREA",
                        typed,
                        true),
                field(
                        "delegated_by",
                        "Qui délègue",
                        ProtocolText.FOR_COOPERATION,
                        "TEXT",
                        typed,
                        false),
                field("delegated_to", "À qui", null, "TEXT", typed, false),
                field(
                        "basis",
                        "Base légale ou autorisation",
                        ProtocolText.BASIS,
                        "TEXT",
                        typed,
                        true));
    }

    static List<Group> themes(List<Theme> themes) {
        return List.of(
                new Group(
                        "",
                        with(
                                "",
                                ProtocolText.THEME_LABEL_NONE,
                                themes.stream()
                                        .map(t -> new Option(t.code(), t.label(), false))
                                        .toList())));
    }

    /// The heading as typed; sentences go to `errors`.
    static UnaryOperator<Document> readHead(Typed typed, List<Theme> themes, FormErrors errors) {
        var title = title(typed, "title", errors);
        var nature =
                Arrays.stream(Document.Nature.values())
                        .filter(n -> n.name().equals(typed.text("nature")))
                        .findFirst();
        if (nature.isEmpty()) errors.add("nature", WebText.CHOOSE);
        var theme = typed.orNull("theme");
        if (theme != null && themes.stream().noneMatch(t -> t.code().equals(theme)))
            errors.add("theme", WebText.CHOOSE);
        for (var name : List.of("summary", "checking"))
            if (typed.text(name).length() > 4000) errors.add(name, ProtocolText.TOO_LONG);
        for (var name : List.of("delegated_by", "delegated_to", "basis"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        var words =
                Stream.of(typed.text("pathologies").split(","))
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList();
        if (words.size() > 50 || words.stream().anyMatch(w -> w.length() > 100))
            errors.add("pathologies", WebText.LINE_TOO_LONG);
        return d ->
                d.headed(
                        title,
                        nature.orElse(d.nature()),
                        theme,
                        typed.text("summary"),
                        words,
                        typed.text("checking"),
                        new Document.Delegation(
                                typed.text("delegated_by"),
                                typed.text("delegated_to"),
                                typed.text("basis")));
    }

    // ── lines ──

    static Typed typed(Line line) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(line.title()));
        values.put("source", List.of(line.source().text()));
        values.put("read", List.of(line.source().read().name()));
        switch (line) {
            case Criterion c -> values.put("exit", List.of(c.exit() ? "SORTIE" : "INCLUSION"));
            case Aim a -> {
                values.put("domain", List.of(a.domain()));
                values.put("kind", List.of(a.kind()));
                values.put("indicator", List.of(text(a.indicator())));
                values.put("target", List.of(text(a.target())));
            }
            case Watch w -> {
                values.put("trigger", List.of(w.trigger()));
                values.put("severity", List.of(w.severity().name()));
                values.put("alert_days", List.of(w.days() == null ? "" : w.days().toString()));
                values.put("alert_act", w.acts().stream().limit(1).toList());
            }
            case Act a -> typed(a, values);
        }
        return new Typed(values);
    }

    private static void typed(Act a, Map<String, List<String>> values) {
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

    /// A line to begin with.
    static Typed blank(Kind kind) {
        return kind == Kind.ACT
                ? typed(
                        "origin",
                        "DEBUT",
                        "after_n",
                        "0",
                        "every_n",
                        "1",
                        "window",
                        "0",
                        "tolerance",
                        "7",
                        "read",
                        "NON_LU")
                : typed("read", "NON_LU");
    }

    static List<Field> fields(Kind kind, Typed typed, Choices choices) {
        var fields = new ArrayList<Field>();
        fields.add(field("title", titleOf(kind), null, "TEXT", typed, true));
        switch (kind) {
            case CRITERION ->
                    fields.add(
                            select(
                                    "exit",
                                    "Moment",
                                    typed,
                                    options("INCLUSION", "Inclusion", "SORTIE", "Sortie"),
                                    false));
            case AIM -> aim(fields, typed);
            case WATCH -> {
                fields.add(
                        field(
                                "trigger",
                                "Au bout de combien de temps",
                                "En mots : « plus de 4 mois », « 48 h ».",
                                "TEXT",
                                typed,
                                false));
                fields.add(
                        select(
                                "severity",
                                "Quand agir",
                                typed,
                                group(
                                        Arrays.stream(Severity.values())
                                                .map(s -> new Option(s.name(), s.label(), false))),
                                false));
                watched(fields, typed, choices);
            }
            case ACT -> act(fields, typed, choices);
        }
        fields.add(field("source", "Source", "Le texte d’où vient la ligne.", "TEXT", typed, true));
        fields.add(
                select(
                        "read",
                        "Cette source",
                        typed,
                        group(
                                Arrays.stream(Read.values())
                                        .map(r -> new Option(r.name(), r.label(), false))),
                        false));
        return fields;
    }

    private static void watched(List<Field> fields, Typed typed, Choices choices) {
        fields.add(
                select(
                        "alert_act",
                        "Alerte quand se tait",
                        typed,
                        group(
                                Stream.concat(
                                        Stream.of(new Option("", ProtocolText.NO_ALERT, false)),
                                        choices.document().acts().stream()
                                                .map(a -> new Option(a.key(), a.title(), false)))),
                        false));
        fields.add(
                field(
                        "alert_days",
                        "Au bout de (jours)",
                        ProtocolText.ALERT_DAYS_HINT,
                        "NUMBER",
                        typed,
                        false));
    }

    /// A constraint with what a machine follows of it. Several acts that were watched together stay
    /// so while one of them is chosen.
    private static Watch readWatch(
            String key,
            String title,
            Source source,
            Typed typed,
            Choices choices,
            FormErrors errors) {
        var act = typed.text("alert_act");
        var days = typed.text("alert_days");
        if (act.isEmpty() != days.isEmpty()) errors.add("alert_days", ProtocolText.ALERT_BOTH);
        if (!days.isEmpty() && !days.matches("[1-9]\\d{0,2}"))
            errors.add("alert_days", ProtocolText.ALERT_DAYS);
        if (!act.isEmpty() && choices.document().line(Kind.ACT, act).isEmpty())
            errors.add("alert_act", WebText.CHOOSE);
        var together =
                choices.document()
                        .line(Kind.WATCH, key)
                        .map(l -> ((Watch) l).acts())
                        .filter(acts -> acts.contains(act))
                        .orElseGet(() -> act.isEmpty() ? List.of() : List.of(act));
        return new Watch(
                key,
                title,
                typed.text("trigger"),
                severity(typed, errors),
                days.matches("[1-9]\\d{0,2}") ? Integer.valueOf(days) : null,
                together,
                source);
    }

    private static String titleOf(Kind kind) {
        return switch (kind) {
            case CRITERION -> "Critère";
            case AIM -> "Objectif";
            case ACT -> "Quoi";
            case WATCH -> "Ce qui ne doit pas rester muet";
        };
    }

    private static void aim(List<Field> fields, Typed typed) {
        fields.add(LineFields.domain(typed));
        fields.add(
                select(
                        "kind",
                        "Nature",
                        typed,
                        options("BIOMEDICAL", "Biomédical", "QUALITATIF", "Qualitatif"),
                        false));
        fields.add(field("indicator", "Indicateur", null, "TEXT", typed, false));
        fields.add(field("target", "Cible usuelle", null, "TEXT", typed, false));
    }

    private static void act(List<Field> fields, Typed typed, Choices choices) {
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
        fields.add(field("condition", "Pour qui", "Vide : pour tous.", "TEXT", typed, false));
        fields.add(
                optional(
                        "aim",
                        "Pour quel objectif",
                        typed,
                        "aucun en particulier",
                        lines(choices.document().aims())));
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
                        "Unité",
                        typed,
                        options("JOUR", "jours", "SEMAINE", "semaines", "MOIS", "mois"),
                        false));
        fields.add(field("every_n", "Puis tous les", null, "NUMBER", typed, false));
        fields.add(LineFields.unit(typed));
        fields.add(
                field(
                        "times",
                        "Nombre de fois",
                        "Vide : tant que dure le plan.",
                        "NUMBER",
                        typed,
                        false));
        fields.add(LineFields.weekdays(typed));
        fields.add(
                field(
                        "window",
                        "À faire dans les (jours)",
                        "0 : le jour même.",
                        "NUMBER",
                        typed,
                        false));
        fields.add(field("tolerance", "En retard après (jours)", null, "NUMBER", typed, false));
        fields.add(field("words", "Tel que le dit la source", null, "TEXT", typed, true));
    }

    private static List<Option> lines(List<? extends Line> lines) {
        return lines.stream().map(l -> new Option(l.key(), l.title(), false)).toList();
    }

    /// A line as typed; empty when something is wrong.
    static Optional<Line> read(
            Kind kind, String key, Typed typed, Choices choices, FormErrors errors) {
        var title = typed.text("title");
        if (title.isEmpty()) errors.add("title", WebText.TITLE_NEEDED);
        for (var name : List.of("title", "source", "words", "trigger", "condition"))
            if (typed.text(name).length() > LONG) errors.add(name, ProtocolText.TOO_LONG);
        for (var name : List.of("role", "indicator", "target"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        var read =
                Arrays.stream(Read.values())
                        .filter(r -> r.name().equals(typed.text("read")))
                        .findFirst()
                        .orElse(Read.NON_LU);
        var source = new Source(typed.text("source"), read);
        Line line =
                switch (kind) {
                    case CRITERION ->
                            new Criterion(key, title, typed.text("exit").equals("SORTIE"), source);
                    case AIM ->
                            new Aim(
                                    key,
                                    title,
                                    oneOf(typed, "domain", LineFields.DOMAINS, errors),
                                    oneOf(typed, "kind", LineFields.KINDS, errors),
                                    typed.orNull("indicator"),
                                    typed.orNull("target"),
                                    source);
                    case WATCH -> readWatch(key, title, source, typed, choices, errors);
                    case ACT -> readAct(key, title, source, typed, choices, errors);
                };
        return errors.none() ? Optional.of(line) : Optional.empty();
    }

    private static Severity severity(Typed typed, FormErrors errors) {
        for (var s : Severity.values()) if (s.name().equals(typed.text("severity"))) return s;
        errors.add("severity", WebText.CHOOSE);
        return Severity.ORANGE;
    }

    private static Act readAct(
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

    private static List<Group> group(Stream<Option> options) {
        return List.of(new Group("", options.toList()));
    }

    static Typed typed(@Nullable String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int k = 0; k < pairs.length; k += 2)
            values.put(text(pairs[k]), List.of(text(pairs[k + 1])));
        return new Typed(values);
    }
}
