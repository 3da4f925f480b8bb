package fr.maillage.registry.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Choices of a list: codes and their words, in the order in which they are shown.
public final class Choices {

    private Choices() {}

    /// Code, words, code, words…
    public static Map<String, String> of(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return Collections.unmodifiableMap(map);
    }
}
