package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.steering.internal.Decimals;
import fr.maillage.steering.internal.SteeringText;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What somebody answered: by question, ranks of choices, the mark of a scale, a number, a day or a
/// text, each as text (« 2 », « 12.5 », « 2026-06-02 »). What was not asked of them is not in it.
final class Given {

    static final int LONGEST = 4_000;

    private Given() {}

    /// Reads a form whole: each question that is asked, given what precedes it. What is missing or
    /// nonsense is said beside its field.
    static Map<UUID, List<String>> read(List<Question> questions, Sent form) {
        var given = new LinkedHashMap<UUID, List<String>>();
        for (var question : questions) {
            if (!question.asked(given)) continue;
            var answer = answer(question, form);
            if (!answer.isEmpty()) given.put(question.id(), answer);
            else if (question.required() && form.errors().of(question.field()) == null)
                form.errors().add(question.field(), SurveyText.REQUIRED);
        }
        return given;
    }

    /// What stands in the fields, to be taken up again: nothing is checked.
    static Map<UUID, List<String>> asTyped(List<Question> questions, Sent form) {
        var typed = new LinkedHashMap<UUID, List<String>>();
        for (var question : questions) {
            var values =
                    form.all(question.field()).stream()
                            .map(v -> v.replace("\0", ""))
                            .map(v -> v.substring(0, Math.min(v.length(), LONGEST)))
                            .toList();
            if (!values.isEmpty()) typed.put(question.id(), values);
        }
        return typed;
    }

    /// A form filled with it.
    static Sent form(Map<UUID, List<String>> given) {
        var values = new LinkedHashMap<String, List<String>>();
        given.forEach((question, answer) -> values.put("q-" + question, answer));
        return new Sent(values);
    }

    private static List<String> answer(Question question, Sent form) {
        var field = question.field();
        return switch (question.kind()) {
            case CHOIX -> one(form.text(field), 1, question.choices().size(), field, form);
            case PLUSIEURS -> {
                var chosen = form.all(field);
                if (chosen.stream().anyMatch(c -> !within(c, 1, question.choices().size())))
                    form.errors().add(field, WebText.CHOICE);
                yield chosen;
            }
            case ECHELLE -> one(form.text(field), question.low(), question.high(), field, form);
            case NOMBRE -> {
                var typed = form.text(field);
                var number = Decimals.read(typed);
                if (number.isEmpty() && !typed.isEmpty())
                    form.errors().add(field, SteeringText.NOT_A_NUMBER);
                yield number.map(n -> List.of(n.toPlainString())).orElse(List.of());
            }
            case DATE -> form.day(field).map(d -> List.of(d.toString())).orElse(List.of());
            case TEXTE -> {
                var text = form.text(field, LONGEST);
                yield text.isEmpty() ? List.of() : List.of(text);
            }
        };
    }

    private static List<String> one(String typed, int least, int most, String field, Sent form) {
        if (typed.isEmpty()) return List.of();
        if (!within(typed, least, most)) form.errors().add(field, WebText.CHOICE);
        return List.of(typed);
    }

    private static boolean within(String typed, int least, int most) {
        if (!typed.matches("-?\\d{1,4}")) return false;
        var rank = Integer.parseInt(typed);
        return rank >= least && rank <= most;
    }

    /// An answer in words, for a table.
    static String words(Question question, List<String> answer) {
        return switch (question.kind()) {
            case CHOIX, PLUSIEURS ->
                    String.join(
                            ", ",
                            answer.stream()
                                    .map(rank -> question.choices().get(Integer.parseInt(rank) - 1))
                                    .toList());
            case DATE ->
                    String.join(
                            ", ",
                            answer.stream()
                                    .map(d ->
                                            FrenchDates.read(d).map(FrenchDates::numeric).orElse(d))
                                    .toList());
            default -> String.join(", ", answer);
        };
    }
}
