package fr.maillage.directory.internal;

import fr.maillage.kernel.SearchKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was typed to find a professional or a structure, made comparable to the stored search key
/// (`platform.search_key`: no accent, no case, no punctuation).
///
/// @param key words parted by one space
record Words(String key) {

    // titles people type before a name, which the directory does not hold
    private static final Set<String> TITLES =
            Set.of("dr", "docteur", "pr", "professeur", "mme", "madame", "m", "monsieur", "mlle");

    /// Whether this comparable word is a title and no name.
    static boolean title(String word) {
        return TITLES.contains(word);
    }

    /// Empty when fewer than two letters or digits were typed. At most 80 characters are read.
    static Optional<Words> of(String typed) {
        var plain = SearchKey.of(typed);
        var words = Arrays.stream(plain.split(" ")).filter(word -> !title(word)).toList();
        var key = String.join(" ", words);
        if (key.length() > 80) key = key.substring(0, 80).strip();
        return key.length() < 2 ? Optional.empty() : Optional.of(new Words(key));
    }

    /// What `to_tsquery` asks of a text that holds words beginning as each of these does.
    ///
    /// @param key comparable ([SearchKey]): letters, digits and spaces only
    static String beginnings(String key) {
        return Arrays.stream(key.split(" "))
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    /// One `like` pattern a word: it begins a word of the name or of the commune.
    String[] patterns() {
        return Arrays.stream(key.split(" ")).map(word -> "% " + word + "%").toArray(String[]::new);
    }
}
