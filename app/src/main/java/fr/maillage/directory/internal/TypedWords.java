package fr.maillage.directory.internal;

import fr.maillage.kernel.SearchKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was typed, word by word; words between quotes are one.
final class TypedWords {

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"?|[\\p{L}\\p{M}\\p{N}]+");

    /// More is a sentence.
    private static final int MOST = 16;

    private final List<Word> words;

    /// @param raw as typed
    /// @param key comparable
    private record Word(String raw, String key, boolean quoted) {}

    private TypedWords(List<Word> words) {
        this.words = words;
    }

    static TypedWords of(String typed) {
        return new TypedWords(
                WORD.matcher(typed)
                        .results()
                        .map(match -> match.group())
                        .map(raw -> new Word(raw, SearchKey.of(raw), raw.startsWith("\"")))
                        .filter(word -> !word.key().isEmpty())
                        .limit(MOST)
                        .toList());
    }

    int size() {
        return words.size();
    }

    String key(int at) {
        return words.get(at).key();
    }

    String raw(int at) {
        return words.get(at).raw();
    }

    boolean quoted(int at) {
        return words.get(at).quoted();
    }

    /// These words, comparable.
    String words(int from, int to) {
        return words.subList(from, to).stream().map(Word::key).collect(Collectors.joining(" "));
    }

    /// What would be typed without these.
    String without(int from, int to) {
        return raw(0, from) + (from > 0 && to < size() ? " " : "") + raw(to, size());
    }

    /// What would be typed with these between quotes.
    String quoting(int from, int to) {
        return (raw(0, from) + " \"" + raw(from, to).replace("\"", "") + "\" " + raw(to, size()))
                .strip();
    }

    private String raw(int from, int to) {
        return words.subList(from, to).stream().map(Word::raw).collect(Collectors.joining(" "));
    }
}
