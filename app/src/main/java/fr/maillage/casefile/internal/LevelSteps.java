package fr.maillage.casefile.internal;

import fr.maillage.kernel.Typography;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ordered steps of each level, as data: `casefile/voironnais.csv`. A step is reached after the
/// one before it. Source: guide DGOS 2012, fiche D3, schéma 2.
final class LevelSteps {

    private static final List<Step> ALL = read();

    private LevelSteps() {}

    /// Steps of a level, in order.
    static List<Step> of(int level) {
        return ALL.stream().filter(step -> step.level() == level).toList();
    }

    /// The step to do now, given those done with their days; empty when all are done.
    static Optional<Step> next(int level, Map<Integer, LocalDate> done) {
        return of(level).stream().filter(step -> !done.containsKey(step.step())).findFirst();
    }

    /// Why `step` of `level` may not be marked done on `day`; null when it may.
    static @Nullable Refusal refusal(
            int level,
            int step,
            @Nullable LocalDate day,
            Map<Integer, LocalDate> done,
            LocalDate today) {
        var next = next(level, done);
        if (done.containsKey(step) || of(level).stream().noneMatch(s -> s.step() == step))
            return new Refusal.NoSuchStep();
        if (next.isPresent() && next.get().step() != step) return new Refusal.NotYet(next.get());
        if (day == null) return new Refusal.DayMissing();
        if (day.isAfter(today)) return new Refusal.InFuture();
        var before = done.get(step - 1);
        return before != null && day.isBefore(before) ? new Refusal.BeforePrevious(before) : null;
    }

    private static List<Step> read() {
        var file =
                Objects.requireNonNull(
                        LevelSteps.class.getResourceAsStream("/casefile/voironnais.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("level;"))
                    .map(line -> line.split(";"))
                    .map(cell ->
                            new Step(
                                    Integer.parseInt(cell[0]),
                                    Integer.parseInt(cell[1]),
                                    Typography.held(cell[2]),
                                    cell[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param with with whom the step is done
    record Step(int level, int step, String title, String with) {}

    /// What stands in the way of a step.
    sealed interface Refusal {
        record NoSuchStep() implements Refusal {}

        record NotYet(Step next) implements Refusal {}

        record DayMissing() implements Refusal {}

        record InFuture() implements Refusal {}

        record BeforePrevious(LocalDate previous) implements Refusal {}
    }
}
