package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;
import static fr.maillage.web.FormFields.with;

import fr.maillage.careplan.LineFields;
import fr.maillage.careplan.PlanDrafts.ActType;
import fr.maillage.network.Networks.Theme;
import fr.maillage.protocol.Findings;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Document.Criterion;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.protocol.internal.Document.Read;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The small form of a line of a draft, whatever its kind: to fields and back.
final class ProtocolForms {

    private static final int LONG = 1000;

    private ProtocolForms() {}

    /// What a form may choose among.
    ///
    /// @param findings checks the conditions of rules
    record Choices(List<ActType> types, List<Theme> themes, Document document, Findings findings) {}

    static Typed typed(Line line) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(line.title()));
        values.put("source", List.of(line.source().text()));
        values.put("read", List.of(line.source().read().name()));
        switch (line) {
            case Criterion c -> values.put("exit", List.of(c.moment().name()));
            case Aim a -> {
                values.put("domain", List.of(a.domain()));
                values.put("kind", List.of(a.kind()));
                values.put("indicator", List.of(text(a.indicator())));
                values.put("target", List.of(text(a.target())));
            }
            case Watch w -> WatchForm.typed(w, values);
            case Act a -> ActForm.typed(a, values);
            case Decision d -> DecisionForm.typed(d, values);
            case Rule r -> RuleForm.typed(r, values);
        }
        return new Typed(values);
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
                                    group(
                                            Arrays.stream(Moment.values())
                                                    .map(m ->
                                                            new Option(
                                                                    m.name(), m.label(), false))),
                                    false));
            case AIM -> aim(fields, typed);
            case WATCH -> WatchForm.fields(fields, typed, choices);
            case ACT -> ActForm.fields(fields, typed, choices);
            case DECISION -> DecisionForm.fields(fields, typed, choices);
            case RULE -> RuleForm.fields(fields, typed, choices);
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

    private static String titleOf(Kind kind) {
        return switch (kind) {
            case CRITERION -> "Critère";
            case AIM -> "Objectif";
            case ACT -> "Quoi";
            case WATCH -> "Ce qui ne doit pas rester muet";
            case DECISION -> "Question";
            case RULE -> "Pourquoi, en mots";
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

    /// A line as typed; empty when something is wrong.
    static Optional<Line> read(
            Kind kind, String key, Typed typed, Choices choices, FormErrors errors) {
        var title = typed.text("title");
        if (title.isEmpty()) errors.add("title", WebText.TITLE_NEEDED);
        for (var name : List.of("title", "source", "words", "trigger", "condition"))
            if (typed.text(name).length() > LONG) errors.add(name, WebText.tooLong(LONG));
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
                    case CRITERION -> Criterion.of(key, title, moment(typed, errors), source);
                    case AIM ->
                            new Aim(
                                    key,
                                    title,
                                    oneOf(typed, "domain", LineFields.DOMAINS, errors),
                                    oneOf(typed, "kind", LineFields.KINDS, errors),
                                    typed.orNull("indicator"),
                                    typed.orNull("target"),
                                    source);
                    case WATCH -> WatchForm.read(key, title, source, typed, choices, errors);
                    case ACT -> ActForm.read(key, title, source, typed, choices, errors);
                    case DECISION -> DecisionForm.read(key, title, source, typed, choices, errors);
                    case RULE -> RuleForm.read(key, title, source, typed, choices, errors);
                };
        return errors.none() ? Optional.of(line) : Optional.empty();
    }

    private static Moment moment(Typed typed, FormErrors errors) {
        for (var m : Moment.values()) if (m.name().equals(typed.text("exit"))) return m;
        errors.add("exit", WebText.CHOOSE);
        return Moment.INCLUSION;
    }

    /// Options without a name above them.
    static List<Group> group(Stream<Option> options) {
        return List.of(new Group("", options.toList()));
    }

    /// Fields by pairs: name, value.
    static Typed typed(@Nullable String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int k = 0; k < pairs.length; k += 2)
            values.put(text(pairs[k]), List.of(text(pairs[k + 1])));
        return new Typed(values);
    }
}
