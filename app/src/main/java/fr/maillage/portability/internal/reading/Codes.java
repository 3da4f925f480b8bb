package fr.maillage.portability.internal.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Our coded values with their words, and the words other tools use for them: data, in
/// `portability/codes.csv`, one line a code: set, code, our words, then theirs.
public final class Codes {

    private static final Map<CodeSet, Map<String, String>> LABELS = new EnumMap<>(CodeSet.class);
    private static final Map<CodeSet, Map<String, String>> NAMES = new EnumMap<>(CodeSet.class);

    static {
        for (var line : Headings.resource("/portability/codes.csv")) {
            var set = CodeSet.valueOf(line.getFirst());
            var code = line.get(1);
            LABELS.computeIfAbsent(set, _ -> new LinkedHashMap<>()).put(code, line.get(2));
            var names = NAMES.computeIfAbsent(set, _ -> new HashMap<>());
            names.put(Headings.key(code), code);
            for (var name : line.subList(2, line.size())) names.put(Headings.key(name), code);
        }
    }

    private Codes() {}

    /// Codes of a set with their words, in order; empty for those that depend on the structure.
    public static Map<String, String> labels(CodeSet set) {
        return java.util.Collections.unmodifiableMap(LABELS.getOrDefault(set, Map.of()));
    }

    /// The words of a code.
    public static String label(CodeSet set, String code) {
        return labels(set).getOrDefault(code, code);
    }

    /// The code a value means, when that is known.
    public static Optional<String> recognise(CodeSet set, String value) {
        return Optional.ofNullable(
                Objects.requireNonNull(NAMES.getOrDefault(set, Map.of())).get(Headings.key(value)));
    }
}
