package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.with;

import fr.maillage.protocol.internal.Decision.Answer;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.ProtocolForms.Choices;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What the form of a question of an algorithm has besides its words and a source: its answers, one
/// more at a time than it has, and what follows each; to fields and back.
final class DecisionForm {

    private static final int LONG = 1000;

    private DecisionForm() {}

    /// What stands in a question.
    static void typed(Decision decision, Map<String, List<String>> values) {
        values.put("name", List.of(decision.name()));
        values.put("help", List.of(decision.help()));
        for (int k = 0; k < decision.answers().size(); k++) {
            var answer = decision.answers().get(k);
            values.put("label-" + k, List.of(answer.label()));
            values.put("next-" + k, List.of(text(answer.next())));
            values.put("advice-" + k, List.of(answer.advice()));
            for (int n = 0; n < answer.lines().size(); n++)
                values.put("line-" + k + "-" + n, List.of(answer.lines().get(n)));
        }
    }

    /// Adds its fields.
    static void fields(List<Field> fields, Typed typed, Choices choices) {
        fields.add(
                field(
                        "name",
                        "Nom de l’algorithme",
                        "Pour sa première question seulement.",
                        "TEXT",
                        typed,
                        true));
        fields.add(field("help", "Comment y répondre", null, "AREA", typed, true));
        var next =
                List.of(
                        new Group(
                                "",
                                with(
                                        "",
                                        "l’algorithme s’arrête",
                                        choices.document().decisions().stream()
                                                .map(d -> new Option(d.key(), d.title(), false))
                                                .toList())));
        var lines = proposable(choices.document());
        for (int k = 0; k < slots(typed); k++) {
            var answer = "Réponse " + (k + 1);
            fields.add(
                    field(
                            "label-" + k,
                            answer,
                            k < 2 ? null : "Vide" + ProtocolText.COLON + "pas de réponse de plus.",
                            "TEXT",
                            typed,
                            true));
            for (int n = 0; n < Decision.LINES; n++)
                fields.add(
                        select(
                                "line-" + k + "-" + n,
                                answer + (n == 0 ? ProtocolText.COLON + "propose" : ", et aussi"),
                                typed,
                                lines,
                                false));
            fields.add(
                    select("next-" + k, answer + ProtocolText.COLON + "puis", typed, next, false));
            fields.add(
                    field(
                            "advice-" + k,
                            answer + ProtocolText.COLON + "conseil",
                            null,
                            "TEXT",
                            typed,
                            true));
        }
    }

    /// Three to begin with, and always one more than those typed.
    private static int slots(Typed typed) {
        var used = 0;
        for (int k = 0; k < Decision.ANSWERS; k++) if (said(typed, k)) used = k + 1;
        return Math.clamp(used + 1L, 3, Decision.ANSWERS);
    }

    private static boolean said(Typed typed, int k) {
        if (!typed.text("label-" + k).isEmpty()
                || !typed.text("next-" + k).isEmpty()
                || !typed.text("advice-" + k).isEmpty()) return true;
        for (int n = 0; n < Decision.LINES; n++)
            if (!typed.text("line-" + k + "-" + n).isEmpty()) return true;
        return false;
    }

    /// What may be proposed, to be chosen from: nothing, a goal or an intervention.
    static List<Group> proposable(Document document) {
        return List.of(
                new Group("", List.of(new Option("", "rien", false))),
                new Group("Objectifs", options(document.aims())),
                new Group("Interventions", options(document.acts())));
    }

    private static List<Option> options(List<? extends Line> lines) {
        return lines.stream().map(l -> new Option(l.key(), l.title(), false)).toList();
    }

    /// A question as typed. An answer may stay without a follow-up while one writes: publishing
    /// refuses it. None may lead back to a question already asked.
    static Decision read(
            String key,
            String title,
            Source source,
            Typed typed,
            Choices choices,
            FormErrors errors) {
        if (typed.text("name").length() > LINE) errors.add("name", WebText.LINE_TOO_LONG);
        if (typed.text("help").length() > LONG) errors.add("help", WebText.tooLong(LONG));
        var answers = new ArrayList<Answer>();
        var labels = new HashSet<String>();
        for (int k = 0; k < Decision.ANSWERS; k++) {
            if (!said(typed, k)) continue;
            var label = typed.text("label-" + k);
            if (label.isEmpty()) errors.add("label-" + k, ProtocolText.ANSWER_WORDS);
            else if (label.length() > LINE) errors.add("label-" + k, WebText.LINE_TOO_LONG);
            else if (!labels.add(label)) errors.add("label-" + k, ProtocolText.ANSWER_TWICE);
            if (typed.text("advice-" + k).length() > LONG)
                errors.add("advice-" + k, WebText.tooLong(LONG));
            answers.add(
                    new Answer(
                            label,
                            typed.orNull("next-" + k),
                            lines(typed, k, choices.document(), errors),
                            typed.text("advice-" + k)));
        }
        var decision =
                new Decision(key, title, typed.text("name"), typed.text("help"), answers, source);
        follow(decision, typed, choices.document(), errors);
        return decision;
    }

    private static List<String> lines(Typed typed, int k, Document document, FormErrors errors) {
        var lines = new ArrayList<String>();
        for (int n = 0; n < Decision.LINES; n++) {
            var field = "line-" + k + "-" + n;
            var line = typed.text(field);
            if (line.isEmpty() || lines.contains(line)) continue;
            if (Algorithms.proposable(document).noneMatch(l -> l.key().equals(line)))
                errors.add(field, WebText.CHOOSE);
            else lines.add(line);
        }
        return lines;
    }

    private static void follow(
            Decision decision, Typed typed, Document document, FormErrors errors) {
        var after = new Algorithms(document.with(decision));
        for (int k = 0; k < Decision.ANSWERS; k++) {
            var next = typed.text("next-" + k);
            if (next.isEmpty()) continue;
            if (after.question(next).isEmpty()) errors.add("next-" + k, WebText.CHOOSE);
            else if (next.equals(decision.key()) || after.leads(next, decision.key()))
                errors.add("next-" + k, ProtocolText.COMES_BACK);
        }
    }
}
