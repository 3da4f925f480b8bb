package fr.maillage.casefile.internal;

import java.util.List;
import java.util.Map;

/// A choice of a form.
public record Option(String value, String label) {

    /// Codes and labels, in order.
    public static List<Option> all(Map<String, String> labels) {
        return labels.entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
    }
}
