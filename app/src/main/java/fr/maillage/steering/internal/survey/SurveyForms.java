package fr.maillage.steering.internal.survey;

import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;

import fr.maillage.steering.internal.Leaders;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The forms by which a survey and its questions are written.
final class SurveyForms {

    private SurveyForms() {}

    /// @param leaders sheets one may lead in the name of; empty when it is said already
    static List<Field> survey(Typed typed, Map<UUID, String> leaders) {
        var fields = new ArrayList<Field>();
        Leaders.field(typed, leaders).ifPresent(fields::add);
        fields.add(field("title", "Titre", null, "TEXT", typed, true));
        fields.add(
                field(
                        "purpose",
                        "Pourquoi cette enquête, et ce qu’on en fera",
                        "Dit à ceux qui répondent.",
                        "AREA",
                        typed,
                        true));
        fields.add(
                select(
                        "names",
                        "Réponses",
                        typed,
                        options(
                                "NOMS", "nommées\u00A0: une par structure ou par destinataire",
                                "ANONYME", "anonymes\u00A0: aucun lien n’est gardé"),
                        true));
        fields.add(field("opens_on", "Ouvre le", null, "DATE", typed, false));
        fields.add(field("closes_on", "Se clôt le", null, "DATE", typed, false));
        fields.add(
                field(
                        "of_service",
                        "Elle évalue le service rendu par les réseaux (comptée dans le suivi national du guide)",
                        null,
                        "CHECK",
                        typed,
                        true));
        return fields;
    }

    static Typed typed(Survey survey) {
        return typed(
                "title", survey.title(),
                "purpose", survey.purpose(),
                "names", survey.anonymous() ? "ANONYME" : "NOMS",
                "opens_on", survey.opensOn().toString(),
                "closes_on", survey.closesOn().toString(),
                "of_service", survey.ofService() ? "on" : "");
    }

    /// A new one, for a month from today.
    static Typed blank(LocalDate today) {
        return typed(
                "names", "NOMS",
                "opens_on", today.toString(),
                "closes_on", today.plusMonths(1).toString());
    }

    private static Typed typed(String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], List.of(pairs[i + 1]));
        return new Typed(values);
    }

    /// @param others the questions of the survey, for the condition
    static List<Field> question(Typed typed, List<Question> others, @Nullable UUID itself) {
        return List.of(
                field("words", "Question", null, "TEXT", typed, true),
                select(
                        "kind",
                        "Réponse",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(Kind.values())
                                                .map(k -> new Option(k.name(), k.label(), false))
                                                .toList())),
                        false),
                field("section", "Partie", null, "TEXT", typed, false),
                field(
                        "choices",
                        "Réponses proposées",
                        "Une par ligne\u00A0; pour un choix ou plusieurs.",
                        "AREA",
                        typed,
                        true),
                field("low", "Échelle, de", null, "NUMBER", typed, false),
                field("low_words", "qui veut dire", null, "TEXT", typed, false),
                field("high", "Échelle, à", null, "NUMBER", typed, false),
                field("high_words", "qui veut dire", null, "TEXT", typed, false),
                field("unit", "Unité", "Pour un nombre.", "TEXT", typed, false),
                field("rank", "Rang", null, "NUMBER", typed, false),
                select("condition", "Posée", typed, conditions(others, itself), true),
                field("help", "Aide sous la question", null, "TEXT", typed, true),
                field("required", "Une réponse est attendue", null, "CHECK", typed, true));
    }

    private static List<Group> conditions(List<Question> others, @Nullable UUID itself) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("", List.of(new Option("", "à tous", false))));
        for (var q : others)
            if (q.kind().choices() && !q.id().equals(itself))
                groups.add(
                        new Group(
                                "Selon\u00A0: " + q.words(),
                                IntStream.rangeClosed(1, q.choices().size())
                                        .mapToObj(c ->
                                                new Option(
                                                        q.id() + ":" + c,
                                                        "si «\u00A0"
                                                                + q.choices().get(c - 1)
                                                                + "\u00A0»",
                                                        false))
                                        .toList()));
        return groups;
    }

    static Typed typed(Question q) {
        var scale = q.kind() == Kind.ECHELLE;
        return typed(
                "words", q.words(),
                "kind", q.kind().name(),
                "section", text(q.section()),
                "choices", String.join("\n", q.choices()),
                "low", scale ? String.valueOf(q.low()) : "",
                "low_words", text(q.lowWords()),
                "high", scale ? String.valueOf(q.high()) : "",
                "high_words", text(q.highWords()),
                "unit", text(q.unit()),
                "rank", String.valueOf(q.rank()),
                "condition", q.ifQuestion() == null ? "" : q.ifQuestion() + ":" + q.ifChoice(),
                "help", text(q.help()),
                "required", q.required() ? "on" : "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
