package fr.maillage.followup.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One of a list one chooses from: the code that is sent, the words that are read.
public record Choice(String value, String label, boolean chosen) {

    /// Every value of an enum.
    public static <E extends Enum<E>> List<Choice> of(
            E[] values, Function<E, String> label, String chosen) {
        return Arrays.stream(values)
                .map(v -> new Choice(v.name(), label.apply(v), v.name().equals(chosen)))
                .toList();
    }
}
