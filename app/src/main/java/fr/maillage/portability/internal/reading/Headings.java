package fr.maillage.portability.internal.reading;

import fr.maillage.kernel.PersonName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Headings as former tools write them, without regard to accents, case or punctuation. What is
/// known is data: `portability/headings.csv`, one line a field: part, field, then its names.
public final class Headings {

    private static final Pattern NUMBER = Pattern.compile("\\b([1-9])\\b");
    private static final Map<Part, Map<String, Field>> KNOWN = known();
    private static final Map<String, Part> SHEETS =
            Map.ofEntries(
                    Map.entry("personnes", Part.PERSON),
                    Map.entry("personne", Part.PERSON),
                    Map.entry("usagers", Part.PERSON),
                    Map.entry("patients", Part.PERSON),
                    Map.entry("beneficiaires", Part.PERSON),
                    Map.entry("file active", Part.PERSON),
                    Map.entry("dossiers", Part.PERSON),
                    Map.entry("cercle", Part.CIRCLE),
                    Map.entry("cercle de soins", Part.CIRCLE),
                    Map.entry("intervenants", Part.CIRCLE),
                    Map.entry("professionnels", Part.CIRCLE),
                    Map.entry("entourage", Part.CIRCLE),
                    Map.entry("interventions", Part.ACT),
                    Map.entry("actes", Part.ACT),
                    Map.entry("plan d actions", Part.ACT),
                    Map.entry("suivi", Part.ACT),
                    Map.entry("droits", Part.RIGHT),
                    Map.entry("droits et mesures", Part.RIGHT),
                    Map.entry("mesures", Part.RIGHT));

    private Headings() {}

    /// Words made comparable: no accent, no case, no punctuation.
    public static String key(String words) {
        return PersonName.searchKey(words.replace("°", " ").replace("œ", "oe"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /// The field a heading names, wherever it stands.
    static Optional<Target> recognise(String heading) {
        for (var part : Part.values()) {
            var found = recognise(heading, part);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /// The field a heading names on a sheet of this part. On a sheet of persons the other parts are
    /// repeated groups, told by their number: « Droit 2 », « Fin droit 2 »; without a number, the
    /// first.
    public static Optional<Target> recognise(String heading, Part sheet) {
        var key = key(heading);
        var own = KNOWN.getOrDefault(sheet, Map.of()).get(key);
        if (own != null) return Optional.of(new Target(own, 0));
        if (sheet != Part.PERSON) return Optional.empty();
        var number = NUMBER.matcher(key);
        int rank = 1;
        if (number.find()) {
            rank = Integer.parseInt(number.group(1));
            key = number.replaceFirst("").replaceAll(" +", " ").strip();
        }
        var repeated = FLAT.get(key);
        return repeated == null ? Optional.empty() : Optional.of(new Target(repeated, rank));
    }

    /// Columns of a sheet as they are proposed: each field once, the first heading that names it.
    public static List<@Nullable Target> propose(List<String> headings, Part sheet) {
        var taken = new HashSet<Target>();
        var proposed = new ArrayList<@Nullable Target>();
        for (var heading : headings) {
            var target = recognise(heading, sheet).orElse(null);
            proposed.add(target != null && taken.add(target) ? target : null);
        }
        return proposed;
    }

    /// What a sheet is: by its name, or by the part most of its headings are known of.
    public static Optional<Part> part(Table table) {
        var named = SHEETS.get(key(table.name()));
        if (named != null) return Optional.of(named);
        Part best = null;
        long most = 0;
        for (var part : Part.values()) {
            long known = propose(table.headings(), part).stream().filter(Objects::nonNull).count();
            if (known > most) {
                most = known;
                best = part;
            }
        }
        return most < 2 ? Optional.empty() : Optional.ofNullable(best);
    }

    /// Sheets of our own workbooks that explain, and hold nobody.
    static boolean explanations(String sheet) {
        return Set.of("lisez moi", "explications", "valeurs").contains(key(sheet));
    }

    private static final Map<String, Field> FLAT = flat();

    private static Map<String, Field> flat() {
        var flat = new HashMap<String, Field>();
        for (var line : lines())
            if (line.getFirst().equals("PLAT"))
                for (var name : line.subList(2, line.size()))
                    flat.put(key(name), Field.valueOf(line.get(1)));
        return flat;
    }

    private static Map<Part, Map<String, Field>> known() {
        var known = new EnumMap<Part, Map<String, Field>>(Part.class);
        for (var part : Part.values()) {
            var names = new HashMap<String, Field>();
            for (var field : Field.of(part)) names.put(key(field.label()), field);
            known.put(part, names);
        }
        for (var line : lines()) {
            var part = Part.of(line.getFirst());
            if (part.isEmpty()) continue;
            for (var name : line.subList(2, line.size()))
                Objects.requireNonNull(known.get(part.get()))
                        .put(key(name), Field.valueOf(line.get(1)));
        }
        // the number of the file links the sheets
        for (var part : Part.values())
            Objects.requireNonNull(known.get(Part.PERSON)).entrySet().stream()
                    .filter(e -> e.getValue() == Field.FILE_NUMBER)
                    .toList()
                    .forEach(e ->
                            Objects.requireNonNull(known.get(part))
                                    .putIfAbsent(e.getKey(), Field.FILE_NUMBER));
        return known;
    }

    private static List<List<String>> lines() {
        return resource("/portability/headings.csv");
    }

    /// A resource of lines apart by semicolons; `#` begins a remark.
    static List<List<String>> resource(String path) {
        try (var in =
                        Objects.requireNonNull(
                                Headings.class.getResourceAsStream(path), "missing resource");
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> List.of(l.split(";")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
