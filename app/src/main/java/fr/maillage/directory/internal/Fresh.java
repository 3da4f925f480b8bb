package fr.maillage.directory.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is read once of the tables and kept in memory until they change.
///
/// @param <T> never changed once read: every search shares it
final class Fresh<T> {

    private final Supplier<String> mark;
    private final Supplier<T> read;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    /// @param mark another text whenever the tables are other: asked at each use, so it must cost
    ///   little
    Fresh(Supplier<String> mark, Supplier<T> read) {
        this.mark = mark;
        this.read = read;
    }

    private record Kept<T>(String mark, T value) {}

    T get() {
        var now = mark.get();
        var known = kept.get();
        if (known != null && known.mark().equals(now)) return known.value();
        var value = read.get();
        kept.set(new Kept<>(now, value));
        return value;
    }
}
