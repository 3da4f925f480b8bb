package fr.maillage.directory.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words that are no name: professions, specialties, kinds of structures and needs, each by the
/// phrases people type, comparable (`SearchKey`).
final class Lexicon {

    /// Words of titles of specialties that name none.
    private static final Set<String> VAGUE =
            Set.of(
                    "medecine",
                    "medecin",
                    "generale",
                    "general",
                    "option",
                    "specialiste",
                    "qualifie",
                    "medicale",
                    "medical",
                    "maladies",
                    "competence",
                    "capacite",
                    "droit",
                    "exercice",
                    "communautaire",
                    "travail",
                    "interne",
                    "chirurgie");

    private static final List<String> ENDINGS =
            List.of(
                    "istes", "iste", "iques", "ique", "iens", "ien", "ues", "ue", "ie", "es", "e",
                    "s");

    private final Map<String, Term> phrases = new HashMap<>();
    private final Map<String, Set<String>> expertises = new HashMap<>();
    private final Map<String, String> expertiseLabels = new HashMap<>();

    /// What a phrase stands for: a profession or the kind of a structure, a need, or two of them.
    record Term(
            String label, @Nullable String profession, Set<String> kinds, @Nullable String need) {}

    /// A phrase already known keeps what it stands for, and gains the need.
    Lexicon add(String phrase, Term term) {
        if (!phrase.isBlank())
            phrases.merge(
                    phrase.strip(),
                    term,
                    (known, more) ->
                            new Term(
                                    known.label(),
                                    known.profession(),
                                    known.kinds().isEmpty() ? more.kinds() : known.kinds(),
                                    known.need() == null ? more.need() : known.need()));
        return this;
    }

    /// A specialty, by the root of each of its words: « cardiologue » is « Cardiologie ».
    Lexicon expertise(String code, String label, String key) {
        expertiseLabels.put(code, label);
        for (var word : key.split(" "))
            if (word.length() >= 6 && !VAGUE.contains(word))
                expertises.computeIfAbsent(root(word), _ -> new LinkedHashSet<>()).add(code);
        return this;
    }

    /// What these words stand for together; null for nothing.
    @Nullable Term term(String phrase) {
        return phrases.get(phrase);
    }

    /// Codes of the specialties a word names; none for most words.
    Set<String> expertises(String word) {
        if (word.length() < 6 || VAGUE.contains(word)) return Set.of();
        return expertises.getOrDefault(root(word), Set.of());
    }

    String expertiseLabel(Set<String> codes) {
        var labels =
                new ArrayList<>(
                        new LinkedHashSet<>(codes.stream().map(expertiseLabels::get).toList()));
        return labels.size() == 1 ? labels.getFirst() : labels.getFirst() + "…";
    }

    private static String root(String word) {
        for (var ending : ENDINGS)
            if (word.endsWith(ending) && word.length() - ending.length() >= 5)
                return word.substring(0, word.length() - ending.length());
        return word;
    }
}
