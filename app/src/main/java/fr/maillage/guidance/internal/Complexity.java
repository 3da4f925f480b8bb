package fr.maillage.guidance.internal;

import fr.maillage.assessment.Expressions.Condition;
import fr.maillage.assessment.Expressions;
import fr.maillage.casefile.LevelAdvice;
import fr.maillage.kernel.PatientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Advises level and intensity from the guide's six criteria of complexity, as the rules of
/// `guidance/complexity.json` read them in the facts: the first line of `advice` that holds.
///
/// Source: guide DGOS 2012, « les patients en situation complexe » and note 12 (case management).
@Component
class Complexity implements LevelAdvice {

    /// Facts the criteria themselves make: their ids, how many hold, how many of each family.
    private static final Set<String> COUNTED =
            Set.of("criteres", "remplis", "medicaux", "psychoSociaux");

    private final FactReader reader;
    private final Supplier<Rules> rules;

    Complexity(FactReader reader, Expressions expressions, JsonMapper json) {
        this.reader = reader;
        this.rules = SingletonSupplier.of(() -> rules(read(json), expressions));
    }

    record File(
            String source,
            Map<String, String> families,
            List<Line> criteria,
            List<Outcome> advice) {}

    /// @param quotes facts that are said, and that tell when nothing is known
    record Line(String id, String family, String label, String when, List<String> quotes) {}

    record Outcome(int level, String intensity, String when, String why) {}

    private record Rules(File file, Map<String, Condition> criteria, List<Condition> advice) {}

    @Override
    public Optional<Advice> of(PatientId patient) {
        return reader.of(patient).map(this::advice);
    }

    /// What these facts advise.
    Advice advice(Facts facts) {
        var read = rules.get();
        var known = new HashMap<>(facts.values());
        var criteria = new ArrayList<Criterion>();
        var holding = new ArrayList<Line>();
        for (var line : read.file().criteria()) {
            var standing = standing(line, read, facts);
            if (standing == Standing.HOLDS) holding.add(line);
            criteria.add(
                    new Criterion(
                            read.file().families().getOrDefault(line.family(), line.family()),
                            line.label(),
                            standing,
                            line.quotes().stream()
                                    .flatMap(quote -> facts.words(quote).stream())
                                    .distinct()
                                    .toList()));
        }
        known.put("criteres", holding.stream().map(Line::id).toList());
        known.put("remplis", List.of(holding.size()));
        known.put("medicaux", List.of(count(holding, "MEDICALE")));
        known.put("psychoSociaux", List.of(count(holding, "PSYCHO_SOCIALE")));
        for (int i = 0; i < read.advice().size(); i++) {
            if (!read.advice().get(i).holds(known)) continue;
            var outcome = read.file().advice().get(i);
            return new Advice(
                    outcome.level(),
                    outcome.intensity(),
                    outcome.why(),
                    read.file().source(),
                    criteria);
        }
        throw new IllegalStateException("the last line of the advice holds always");
    }

    private static Standing standing(Line line, Rules rules, Facts facts) {
        if (Objects.requireNonNull(rules.criteria().get(line.id())).holds(facts.values()))
            return Standing.HOLDS;
        return line.quotes().stream().anyMatch(facts::knows) ? Standing.DOES_NOT : Standing.UNKNOWN;
    }

    private static int count(List<Line> holding, String family) {
        return (int) holding.stream().filter(line -> line.family().equals(family)).count();
    }

    private static File read(JsonMapper json) {
        try (var file = new ClassPathResource("guidance/complexity.json").getInputStream()) {
            return json.readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Throws `IllegalArgumentException` for a rule that names a fact nobody gathers.
    private static Rules rules(File file, Expressions expressions) {
        var criteria = new HashMap<String, Condition>();
        for (var line : file.criteria()) {
            criteria.put(line.id(), expressions.read(line.id(), line.when(), FactNames.names()));
            for (var quote : line.quotes())
                if (!FactNames.names().contains(Facts.nameOf(quote)))
                    throw new IllegalArgumentException(line.id() + ": quotes unknown " + quote);
        }
        var all = new HashSet<>(FactNames.names());
        all.addAll(COUNTED);
        return new Rules(
                file,
                criteria,
                file.advice().stream()
                        .map(outcome -> expressions.read("advice", outcome.when(), all))
                        .toList());
    }
}
