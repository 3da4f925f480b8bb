package fr.maillage.assessment.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Which answers of the multidimensional evaluation the overview quotes, as data: those one can
/// rely on, and the three voices of the life project. No document gives the first: « proposition
/// Maillage ».
///
/// @param questionnaire the url the answers belong to
/// @param source where the table of strengths comes from
record OverviewTable(
        String questionnaire,
        String source,
        List<Strength> strengths,
        List<Voice> voices,
        Discord discord) {

    /// @param answer as typed: the code of an option, `true`, a number
    record Strength(String question, String answer, String words) {}

    /// @param named the question that says who speaks; null for the person
    /// @param refused the question of what they do not want
    record Voice(String who, @Nullable String named, List<String> said, @Nullable String refused) {}

    record Discord(String question, String about) {}

    /// The table of this version of the application.
    static OverviewTable read(JsonMapper json) {
        try (var file =
                new ClassPathResource("assessment/overview/evaluation-multidimensionnelle.json")
                        .getInputStream()) {
            return json.readValue(file, OverviewTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What these answers let one rely on, in the order of the table.
    List<String> strengthsIn(Map<String, List<String>> answers) {
        return strengths.stream()
                .filter(row ->
                        answers.getOrDefault(row.question(), List.of()).contains(row.answer()))
                .map(Strength::words)
                .toList();
    }

    /// What each voice said; those that said nothing are left out.
    List<OverviewPage.Voice> voicesIn(Map<String, List<String>> answers) {
        var heard = new ArrayList<OverviewPage.Voice>();
        for (var voice : voices) {
            var says = new ArrayList<String>();
            for (var question : voice.said()) add(says, "", answer(answers, question));
            add(says, AssessmentText.DOES_NOT_WANT, answer(answers, voice.refused()));
            if (says.isEmpty()) continue;
            var name = answer(answers, voice.named());
            heard.add(
                    new OverviewPage.Voice(
                            name.isEmpty() ? voice.who() : voice.who() + " (" + name + ")", says));
        }
        return heard;
    }

    /// What the voices disagree about; null when nobody said they do.
    @Nullable String discordIn(Map<String, List<String>> answers) {
        if (!answer(answers, discord.question()).equals("true")) return null;
        var about = answer(answers, discord.about());
        return about.isEmpty() ? AssessmentText.VOICES_DIFFER : about;
    }

    private static void add(List<String> says, String before, String said) {
        if (!said.isEmpty()) says.add(before + said);
    }

    private static String answer(Map<String, List<String>> answers, @Nullable String question) {
        if (question == null) return "";
        var given = answers.getOrDefault(question, List.of());
        return given.isEmpty() ? "" : given.getFirst().strip();
    }
}
