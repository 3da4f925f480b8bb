package fr.maillage.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What situations of a theme look like: ages, problems, goals and interventions in the words of
/// the field, from `demo/themes.json`. Invented and plain: nobody's file was looked at.
final class Themes {

    /// @param women share of women, in hundredths
    record Pattern(
            int youngest,
            int oldest,
            int women,
            List<String> pathologies,
            List<Problem> problems,
            List<Goal> goals,
            List<Planned> acts,
            List<String> motives,
            String words,
            String project) {}

    record Problem(String label, String domain) {}

    /// @param problem the label of the problem it answers
    record Goal(
            String domain,
            String kind,
            String title,
            @Nullable String indicator,
            @Nullable String target,
            String problem) {}

    /// @param actor who does it: a profession of the directory, a specialty, or SAD, SSIAD, HAD,
    ///   CCAS, CSAPA
    /// @param after days from the start of the plan
    /// @param weekdays from 1, Monday; none when any will do
    /// @param goal rank of the goal it serves
    record Planned(
            String volet,
            String type,
            String title,
            String actor,
            int after,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            @Nullable Set<Integer> weekdays,
            int window,
            int tolerance,
            int goal) {

        @Override
        public Set<Integer> weekdays() {
            return weekdays == null ? Set.of() : weekdays;
        }
    }

    private static final Map<String, Pattern> PATTERNS = read();
    private static final Pattern OLD_AGE = Objects.requireNonNull(PATTERNS.get("GERONTOLOGIE"));

    private Themes() {}

    /// The pattern of a theme; poly-pathology, like most of what is left, looks like old age.
    static Pattern of(String theme) {
        return PATTERNS.getOrDefault(
                switch (theme) {
                    case "PATHOLOGIES_RESPIRATOIRES", "NEPHROLOGIE" -> "CARDIOVASCULAIRE";
                    case "MALADIES_INFECTIEUSES" -> "PRECARITE";
                    default -> theme;
                },
                OLD_AGE);
    }

    private static Map<String, Pattern> read() {
        try (var in = Themes.class.getResourceAsStream("/demo/themes.json")) {
            var json = JsonMapper.shared();
            var file = json.readTree(Objects.requireNonNull(in));
            for (var pattern : file.get("patterns"))
                for (var act : pattern.get("acts")) whole((ObjectNode) act, file.get("usual"));
            return json.convertValue(file.get("patterns"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An act that is the same in most themes is written once, and named.
    private static void whole(ObjectNode act, JsonNode usual) {
        var name = act.remove("usual");
        if (name != null) act.setAll((ObjectNode) usual.get(name.asString()));
    }
}
