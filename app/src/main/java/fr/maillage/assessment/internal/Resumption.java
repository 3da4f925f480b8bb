package fr.maillage.assessment.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers of an earlier evaluation put into a new one, in the version of today. What has no place
/// there any more is listed in words: a question that is gone, an answer that cannot be given or
/// that says something else.
///
/// @param answers as a form posts them
/// @param lost what could not be taken over
public record Resumption(Map<String, List<String>> answers, List<Lost> lost) {

    /// When and with whom it was, which is not so of the next one.
    private static final Set<String> NEVER =
            Set.of("cadre.date", "cadre.lieu", "cadre.participants");

    /// @param question its words, or its linkId where nobody knows them
    /// @param answer in words
    /// @param why in a sentence
    public record Lost(String question, String answer, String why) {
        @Override
        public String toString() {
            return "Lost[]";
        }
    }

    /// @param now what the new form holds already: the file knows it better
    static Resumption of(
            Definition former,
            Map<String, List<String>> answers,
            Definition today,
            Map<String, List<String>> now) {
        var kept = new LinkedHashMap<>(now);
        var lost = new ArrayList<Lost>();
        answers.forEach((key, values) -> {
            if (values.isEmpty() || now.containsKey(key) || NEVER.contains(key)) return;
            var why = why(former, key, values, today);
            if (why == null) kept.put(key, values);
            else if (!key.endsWith(Absence.WORDS))
                lost.add(new Lost(question(former, key), words(former, key, values), why));
        });
        return new Resumption(kept, List.copyOf(lost));
    }

    private static @Nullable String why(
            Definition former, String key, List<String> values, Definition today) {
        if (Absence.isKey(key)) {
            var linkId = key.substring(0, key.indexOf('#'));
            return linkId.isEmpty() || today.items.containsKey(linkId)
                    ? null
                    : QuestionnaireText.GONE;
        }
        var item = today.items.get(key);
        if (item == null || !item.isQuestion()) return QuestionnaireText.GONE;
        var error = AnswerReader.read(today, Map.of(key, values)).errors().get(key);
        if (error != null) return item.options.isEmpty() ? error : QuestionnaireText.OPTION_GONE;
        var before = former.items.get(key);
        if (before == null) return null;
        for (var value : values) {
            var was = before.options.get(value);
            var is = item.options.get(value);
            if (was != null && is != null && !was.display().equals(is.display()))
                return QuestionnaireText.OPTION_REWORDED;
        }
        return null;
    }

    private static String question(Definition former, String key) {
        var item = former.items.get(Absence.isKey(key) ? key.substring(0, key.indexOf('#')) : key);
        if (item == null) return key;
        return item.parent != null && item.parent.control.equals("table")
                ? item.parent.text + " – " + item.text
                : item.text;
    }

    private static String words(Definition former, String key, List<String> values) {
        if (Absence.isKey(key))
            return Absence.Reason.of(values.getFirst())
                    .map(reason -> reason.label)
                    .orElse(values.getFirst());
        var item = former.items.get(key);
        var said =
                values.stream()
                        .map(value -> {
                            var option = item == null ? null : item.options.get(value);
                            if (option != null) return option.display();
                            return switch (value) {
                                case "true" -> "Oui";
                                case "false" -> "Non";
                                default -> value;
                            };
                        })
                        .toList();
        return String.join(", ", said);
    }

    @Override
    public String toString() {
        return "Resumption[" + answers.size() + ", " + lost.size() + " lost]";
    }
}
