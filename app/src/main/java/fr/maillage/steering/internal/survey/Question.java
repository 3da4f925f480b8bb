package fr.maillage.steering.internal.survey;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A question of a survey.
///
/// @param origin the same in every wave
/// @param choices in their order; answers name them by rank, from 1
/// @param low first mark of a scale, `high` its last
/// @param unit of a number, or null
/// @param ifQuestion asked only when this one was answered by `ifChoice`; null: asked of everybody
public record Question(
        UUID id,
        UUID origin,
        int rank,
        @Nullable String section,
        String words,
        @Nullable String help,
        Kind kind,
        boolean required,
        List<String> choices,
        int low,
        int high,
        @Nullable String lowWords,
        @Nullable String highWords,
        @Nullable String unit,
        @Nullable UUID ifQuestion,
        int ifChoice,
        int version) {

    public Question {
        choices = List.copyOf(choices);
    }

    /// Name of its field.
    public String field() {
        return "q-" + id;
    }

    public String kindName() {
        return kind.name();
    }

    public String kindLabel() {
        return kind.label();
    }

    /// Marks of a scale, in order; none for another kind.
    public List<Integer> marks() {
        return kind == Kind.ECHELLE ? IntStream.rangeClosed(low, high).boxed().toList() : List.of();
    }

    /// Whether who gave `given` is asked it. A condition holds on what was itself asked: `given`
    /// has nothing of the rest.
    boolean asked(Map<UUID, List<String>> given) {
        return ifQuestion == null
                || given.getOrDefault(ifQuestion, List.of()).contains(String.valueOf(ifChoice));
    }
}
