package fr.maillage.guidance.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known about a person, by name, for rules: each fact with the words that quote it. What
/// nobody asked is absent, which is not the same as « no ».
///
/// Health data: held while a page is made, never logged.
final class Facts {

    /// Every name a rule may use.
    static final Set<String> NAMES =
            Set.of(
                    "age",
                    "vitSeule",
                    "vulnerabilite",
                    "pathologies",
                    "pathologiesSeveres",
                    "ald",
                    "sejoursNonProgrammes",
                    "intervenants",
                    "aidant",
                    "constats",
                    "constatsSeveres",
                    "gir",
                    "katz",
                    "lawton",
                    "epices",
                    "phq2",
                    "minigds");

    /// @param value `Integer`, `BigDecimal`, `Boolean` or `String`
    /// @param words « GIR 3 (2 juin 2026) »; null for what is not worth quoting
    record Fact(Object value, @Nullable String words) {}

    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();

    /// One value of a fact; several values of one name add up.
    void add(String name, Object value, @Nullable String words) {
        facts.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Fact(value, words));
    }

    /// A fact that was looked for and has no value yet: known, and empty.
    void known(String name) {
        facts.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /// The values by name, as conditions read them.
    Map<String, List<?>> values() {
        return facts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(Fact::value).toList()));
    }

    /// Whether anything is known of this: a name, or `constats:code,code` for some findings.
    boolean knows(String quote) {
        return facts.containsKey(nameOf(quote));
    }

    /// The words of a fact, or of some of its values; none when nothing is known.
    List<String> words(String quote) {
        var wanted = valuesOf(quote);
        return facts.getOrDefault(nameOf(quote), List.of()).stream()
                .filter(fact -> wanted.isEmpty() || wanted.contains(fact.value().toString()))
                .map(Fact::words)
                .filter(Objects::nonNull)
                .toList();
    }

    static String nameOf(String quote) {
        var colon = quote.indexOf(':');
        return colon < 0 ? quote : quote.substring(0, colon);
    }

    private static Set<String> valuesOf(String quote) {
        var colon = quote.indexOf(':');
        return colon < 0 ? Set.of() : Set.of(quote.substring(colon + 1).split(","));
    }

    @Override
    public String toString() {
        return "Facts" + facts.keySet();
    }
}
