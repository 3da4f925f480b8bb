package fr.maillage.guidance.internal;

import fr.maillage.protocol.Findings.Cited;
import java.math.BigDecimal;
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

    /// @param value `Integer`, `BigDecimal`, `Boolean` or `String`
    /// @param words « GIR 3, 2 juin 2026 »; null for what is not worth quoting
    /// @param mark what tells that it changed; null for what moves by itself
    /// @param problem label of the retained problem it is, or null
    record Fact(
            Object value,
            @Nullable String words,
            @Nullable String mark,
            @Nullable String problem) {}

    /// One fact with its name.
    record Named(String name, Fact fact) {

        Cited cited() {
            return new Cited(
                    fact.mark() == null ? null : name + "=" + fact.mark(),
                    fact.words(),
                    fact.problem());
        }
    }

    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();

    /// One value of a fact; several values of one name add up.
    void add(String name, Object value, @Nullable String words) {
        var mark =
                value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : value.toString();
        add(name, value, words, mark);
    }

    /// As [#add(String, Object, String)].
    ///
    /// @param mark what tells that it changed; null for what moves by itself
    void add(String name, Object value, @Nullable String words, @Nullable String mark) {
        add(name, new Fact(value, words, mark, null));
    }

    /// As [#add(String, Object, String)].
    void add(String name, Fact fact) {
        facts.computeIfAbsent(name, _ -> new ArrayList<>()).add(fact);
    }

    /// A fact that was looked for and has no value yet: known, and empty.
    void known(String name) {
        facts.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /// Those that have one of these names, one by one.
    List<Named> named(Set<String> names) {
        return facts.entrySet().stream()
                .filter(e -> names.contains(e.getKey()))
                .flatMap(e -> e.getValue().stream().map(fact -> new Named(e.getKey(), fact)))
                .toList();
    }

    /// The values of some facts, as conditions read them.
    static Map<String, List<?>> values(List<Named> facts) {
        var values = new LinkedHashMap<String, List<?>>();
        for (var name : facts.stream().map(Named::name).distinct().toList())
            values.put(
                    name,
                    facts.stream()
                            .filter(f -> f.name().equals(name))
                            .map(f -> f.fact().value())
                            .toList());
        return values;
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
