package fr.maillage.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A form and what a colleague wrote in the same place since it was printed, field by field. What
/// only one of the two changed is kept as that one wrote it; what both changed, differently, is a
/// clash, which a person decides.
///
/// What the form saw travels with it as its tag ([#seen(Map)]): nothing is kept of a form that
/// nobody sends back.
///
/// @param fields the second's fields, with those of the first where only the first changed
///   something
/// @param taken fields taken from the first
/// @param clashes fields both changed; in `fields` they stand as the second typed them
public record FieldMerge(Map<String, List<String>> fields, Set<String> taken, Set<String> clashes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Name of the choice between two hands: `_garder.` and the field.
    public static final String CHOICE = "_garder.";

    /// The choice that keeps what the colleague wrote.
    public static final String THEIRS = "autre";

    /// @param seen what the form saw when it was printed
    /// @param mine what was typed; a field that is absent was emptied
    /// @param theirs what stands there now
    /// @param together fields that say one thing together (a rhythm, a person): changed as one
    public static FieldMerge of(
            Map<String, List<String>> seen,
            Map<String, List<String>> mine,
            Map<String, List<String>> theirs,
            List<Set<String>> together) {
        var names = new LinkedHashSet<>(theirs.keySet());
        names.addAll(seen.keySet());
        mine.keySet().stream().filter(name -> !name.startsWith("_")).forEach(names::add);
        var fields = new LinkedHashMap<String, List<String>>();
        var taken = new LinkedHashSet<String>();
        var clashes = new LinkedHashSet<String>();
        for (var name : names) {
            var group = group(name, together);
            var iChanged = differs(group, seen, mine);
            var theyChanged = differs(group, seen, theirs);
            var theirsGo = theyChanged && !iChanged;
            fields.put(name, (theirsGo ? theirs : mine).getOrDefault(name, List.of()));
            if (theirsGo && differs(Set.of(name), mine, theirs)) taken.add(name);
            if (iChanged && theyChanged && differs(group, mine, theirs)) clashes.add(name);
        }
        return new FieldMerge(
                java.util.Collections.unmodifiableMap(fields),
                Set.copyOf(taken),
                Set.copyOf(clashes));
    }

    /// What a form sees, to travel with it.
    public static String seen(Map<String, List<String>> fields) {
        return JSON.writeValueAsString(fields);
    }

    /// What a form saw; nothing when its tag says nothing readable, so that whatever differs is a
    /// clash and nothing is written over.
    public static Map<String, List<String>> read(String tag) {
        if (!tag.startsWith("{")) return Map.of();
        try {
            Map<String, @Nullable List<@Nullable String>> sent =
                    JSON.readValue(tag, new TypeReference<>() {});
            var clean = new LinkedHashMap<String, List<String>>();
            sent.forEach((name, values) -> {
                var kept = new ArrayList<String>();
                if (values != null)
                    for (var value : values) if (value != null) kept.add(value.replace("\0", ""));
                clean.put(name, kept);
            });
            return clean;
        } catch (JacksonException _) {
            return Map.of();
        }
    }

    /// What was typed, once each choice between two hands is made: where the colleague's was
    /// chosen, it stands in place of what was typed.
    public static Map<String, List<String>> chosen(
            Map<String, List<String>> typed,
            Map<String, List<String>> seen,
            List<Set<String>> together) {
        var fields = new LinkedHashMap<>(typed);
        typed.forEach((name, values) -> {
            if (name.startsWith(CHOICE) && values.contains(THEIRS))
                for (var field : group(name.substring(CHOICE.length()), together))
                    fields.put(field, seen.getOrDefault(field, List.of()));
        });
        return fields;
    }

    /// The fields that go with this one, itself among them.
    public static Set<String> group(String name, List<Set<String>> together) {
        for (var group : together) if (group.contains(name)) return group;
        return Set.of(name);
    }

    /// Whether these fields say something else; spaces around a text and ways of ending a line are
    /// nothing.
    public static boolean differs(
            Set<String> names, Map<String, List<String>> one, Map<String, List<String>> other) {
        return names.stream().anyMatch(name -> !clean(one, name).equals(clean(other, name)));
    }

    private static List<String> clean(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
