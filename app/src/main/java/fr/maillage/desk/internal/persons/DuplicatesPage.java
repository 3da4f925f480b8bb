package fr.maillage.desk.internal.persons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pairs of files likely to be one person's.
public record DuplicatesPage(
        String sentence,
        List<Pair> pairs,
        boolean mayMerge,
        @Nullable String previous,
        @Nullable String next) {

    /// @param facts what tells them apart or together, in one line
    public record Person(String id, String name, String facts) {}

    /// @param why the rules that propose them
    public record Pair(Person one, Person other, List<String> why) {}
}
