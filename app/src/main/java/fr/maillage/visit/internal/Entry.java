package fr.maillage.visit.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something typed on a telephone without a network, as it is sent.
///
/// @param id made on the telephone
/// @param typedAt milliseconds since 1970, by the clock of the telephone; `sentAt` corrects it
/// @param instead what the visitor chose after a conflict: MINE, ANOTHER (evaluation), or empty
/// @param fields every field by name, as a form would post them
record Entry(
        @Nullable UUID id,
        @Nullable String kind,
        long typedAt,
        long sentAt,
        @Nullable String instead,
        @Nullable Map<String, List<String>> fields) {

    static final int LONGEST = 20_000;

    /// The first value without the spaces around it; "" when absent.
    String text(String name) {
        var values = values().get(name);
        return values == null || values.isEmpty()
                ? ""
                : values.getFirst().replace("\0", "").strip();
    }

    Map<String, List<String>> values() {
        return fields == null ? Map.of() : fields;
    }

    boolean chosen(String what) {
        return what.equals(instead);
    }

    @Override
    public String toString() {
        return "Entry[" + id + ", " + kind + "]";
    }
}
