package fr.maillage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form, a sentence a field, in the order found. The page shows each beside
/// its field and all on top.
public final class FormErrors {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /// Adds a sentence; the first of a field stays.
    public FormErrors add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
        return this;
    }

    /// The sentence of a field, or null.
    public @Nullable String of(String field) {
        return sentences.get(field);
    }

    /// Whether nothing is wrong.
    public boolean none() {
        return sentences.isEmpty();
    }

    /// Field and sentence, in the order found.
    public List<Map.Entry<String, String>> all() {
        return List.copyOf(sentences.entrySet());
    }
}
