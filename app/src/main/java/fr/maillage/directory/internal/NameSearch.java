package fr.maillage.directory.internal;

import fr.maillage.kernel.SearchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Professionals by name among millions of activities. What is typed is the beginning of a family
/// name, with or without a given name, in either order; then, when that finds too few, the same
/// with one letter wrong, missing, too many or exchanged with its neighbour; and when nothing
/// answers anywhere, what merely resembles.
///
/// Each step is a look into an ordered index: the names one error away from a word of eight letters
/// are some five hundred, and looking them all up costs less than measuring the resemblance of a
/// thousand. Resemblance is only measured on the dictionary of distinct names.
@Component
class NameSearch {

    /// Words of a name looked at: more are a sentence.
    private static final int WORDS = 4;

    /// That many whose names begin as typed, and nobody looks for what is merely near.
    private static final int ENOUGH = 5;

    /// The least letters of a word looked for inside double names.
    private static final int INSIDE = 3;

    /// Borne by so many of the country's professionals, a name is usual.
    private static final int USUAL = 50;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final JdbcClient sql;

    NameSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /// Which part of what was typed is the family name, which the given one; comparable
    /// ([SearchKey]).
    record Split(String family, String given) {}

    /// What else the professional must be; null: whatever.
    ///
    /// @param ids identifiers among which to look
    record Among(
            String @Nullable [] professions,
            String @Nullable [] communes,
            String @Nullable [] expertises,
            @Nullable String mode,
            String @Nullable [] ids) {
        static final Among ALL = new Among(null, null, null, null, null);

        static Among communes(String[] communes) {
            return new Among(null, communes, null, null, null);
        }
    }

    /// Identifiers of the professionals found, best first, at most `limit`.
    ///
    /// @param key words parted by one space, without accents ([SearchKey])
    List<String> find(String key, Among among, int limit) {
        var words = words(key);
        var splits = splits(words);
        var enough = Math.min(limit, ENOUGH);
        var found = new LinkedHashSet<String>();
        var prefixes = prefixes(splits, among, limit);
        add(found, prefixes.ids(), limit);
        boolean whole = prefixes.whole();
        // nobody is called so: it is a beginning, or a mistake that begins other names
        if (!whole && found.size() < limit) add(found, oneError(splits, among, limit), limit);
        if (found.size() < enough && words[0].length() >= INSIDE)
            add(found, inside(words, among, limit), limit);
        if (found.size() < enough && words.length == 1)
            add(found, given(words[0], among, limit), limit);
        if (whole && found.size() < enough) add(found, oneError(splits, among, limit), limit);
        return List.copyOf(found);
    }

    /// Those whose names merely resemble what was typed, nearest first: for when nothing else
    /// answers.
    List<String> alike(String key, Among among, int limit) {
        return alike(splits(words(key)), among, limit);
    }

    private static String[] words(String key) {
        var words = key.split(" ");
        return words.length > WORDS ? Arrays.copyOf(words, WORDS) : words;
    }

    private static void add(Set<String> found, List<String> more, int limit) {
        for (var one : more) if (found.size() < limit) found.add(one);
    }

    /// Whether so many bear this name that beside another name it is one, even when a commune is
    /// called so: Gilles, Luc, Perrier.
    boolean usual(String word) {
        return sql.sql(
                        "select exists (select 1 from directory.name n where n.key = :word and n.people >= :many)")
                .param("word", word)
                .param("many", USUAL)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Whether somebody's names begin so, the family name and the given one in either order.
    boolean called(String key) {
        return !prefixes(splits(words(key)), Among.ALL, 1).ids().isEmpty();
    }

    /// Whether somebody's family or given name begins so.
    boolean begins(String word) {
        return sql.sql(
                        "select exists (select 1 from directory.name n where n.key >= :word and n.key < :beyond)")
                .param("word", word)
                .param("beyond", word + "{")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Every way to part the words: all of them family; the first ones family and the others given,
    /// and the other way round.
    static List<Split> splits(String[] words) {
        var all = new ArrayList<Split>();
        for (int at = 1; at < words.length; at++) {
            var first = join(words, 0, at);
            var last = join(words, at, words.length);
            all.add(new Split(first, last));
            all.add(new Split(last, first));
        }
        all.add(new Split(join(words, 0, words.length), ""));
        return all;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.copyOfRange(words, from, to));
    }

    /// @param whole whether somebody bears exactly these names
    private record Prefixes(List<String> ids, boolean whole) {}

    /// The family name as typed, then beginning so; the given name beginning so.
    private Prefixes prefixes(List<Split> splits, Among among, int limit) {
        var looks = new Looks(among);
        for (var split : splits)
            looks.exactFirst(split.family(), splits.size())
                    .next(
                            looks.begins("family_key", split.family()),
                            looks.begins("given_key", split.given()));
        var found = found(looks, limit);
        return new Prefixes(
                distinct(found, limit), found.stream().anyMatch(line -> line.bears(splits)));
    }

    /// A later word of a double name: « martin » finds « Durand-Martin ».
    private List<String> inside(String[] words, Among among, int limit) {
        var keys =
                sql.sql(
                                """
                                select n.key from directory.name n
                                 where n.key like '% %' and to_tsvector('simple', n.key) @@ to_tsquery('simple', :word) and n.key like :inner and n.kind = 'f'
                                 order by n.people desc, n.key limit 200
                                """)
                        .param("word", Words.beginnings(words[0]))
                        .param("inner", "% " + words[0] + "%")
                        .query((row, _) -> row.getString(1))
                        .list();
        if (keys.isEmpty()) return List.of();
        var looks = new Looks(among);
        looks.next(
                looks.in("family_key", keys),
                looks.begins("given_key", words.length > 1 ? words[1] : ""));
        return ids(looks, limit);
    }

    /// A given name alone.
    private List<String> given(String word, Among among, int limit) {
        var looks = new Looks(among);
        looks.order("given_key, family_key").next(looks.begins("given_key", word));
        return ids(looks, limit);
    }

    /// One error in the family name or in the given one. The names that exist are asked of the
    /// dictionary first: of five hundred, a handful does.
    private List<String> oneError(List<Split> splits, Among among, int limit) {
        var near = new LinkedHashMap<String, Set<String>>();
        for (var split : splits) {
            near.computeIfAbsent(split.family(), NameSearch::oneAway);
            if (!split.given().isEmpty()) near.computeIfAbsent(split.given(), NameSearch::oneAway);
        }
        var borne = borne(near.values());
        var families = borne.getOrDefault("f", Set.of());
        var givens = borne.getOrDefault("g", Set.of());
        var looks = new Looks(among);
        for (var split : splits) {
            var family = kept(near, split.family(), families);
            if (!family.isEmpty())
                looks.next(
                        looks.in("family_key", family), looks.begins("given_key", split.given()));
            var given = kept(near, split.given(), givens);
            if (!given.isEmpty())
                looks.next(looks.is("family_key", split.family()), looks.in("given_key", given));
        }
        return looks.isEmpty() ? List.of() : ids(looks, limit);
    }

    private static List<String> kept(
            Map<String, Set<String>> near, String word, Set<String> existing) {
        return existing.stream().filter(near.getOrDefault(word, Set.of())::contains).toList();
    }

    /// Which of these neighbours are names somebody bears: family names (f) and given ones (g).
    private Map<String, Set<String>> borne(Collection<Set<String>> near) {
        var asked = near.stream().flatMap(Set::stream).distinct().sorted().toArray(String[]::new);
        var borne = new HashMap<String, Set<String>>();
        if (asked.length > 0)
            sql.sql("select n.kind, n.key from directory.name n where n.key = any (:asked)")
                    .param("asked", asked)
                    .query(row -> {
                        borne.computeIfAbsent(row.getString("kind"), _ -> new HashSet<>())
                                .add(row.getString("key"));
                    });
        return borne;
    }

    /// What resembles, of the distinct family names.
    private List<String> alike(List<Split> splits, Among among, int limit) {
        sql.sql("select set_config('pg_trgm.similarity_threshold', '0.3', true)")
                .query((_, _) -> 0)
                .list();
        var looks = new Looks(among);
        for (var split : splits) {
            if (split.family().length() < 3) continue;
            var family = looks.named(split.family());
            var given = split.given();
            looks.from(
                            """
                            (select n.key, public.similarity(n.key, %1$s) as likeness from directory.name n
                              where n.kind = 'f' and n.key operator(public.%%) %1$s order by 2 desc limit 20) n
                            join directory.activity a on a.family_key = n.key
                            """
                                    .formatted(family),
                            given.isEmpty()
                                    ? "- n.likeness"
                                    : "- n.likeness - public.similarity(a.given_key, "
                                            + looks.named(given)
                                            + ")")
                    .next(looks.begins("given_key", given.isEmpty() ? "" : given.substring(0, 1)));
        }
        return looks.isEmpty() ? List.of() : ids(looks, limit);
    }

    private record Line(String id, String family, String given) {

        /// Whether these are the names typed.
        boolean bears(List<Split> splits) {
            return splits.stream()
                    .anyMatch(s -> s.family().equals(family) && s.given().equals(given));
        }
    }

    private List<String> ids(Looks looks, int limit) {
        return distinct(found(looks, limit), limit);
    }

    private static List<String> distinct(List<Line> lines, int limit) {
        return lines.stream().map(Line::id).distinct().limit(limit).toList();
    }

    /// Somebody with five places of work fills five lines: twice as many are asked for.
    private List<Line> found(Looks looks, int limit) {
        return sql.sql(looks.text())
                .params(looks.params)
                .param("many", limit * 2)
                .query((row, _) -> new Line(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /// Looks into the indexes put one after the other, each with its rank, and the values they
    /// name.
    private static final class Looks {

        private static final String ACTIVITIES = "directory.activity a";
        private static final String NONE = "0";

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> params = new LinkedHashMap<>();
        private final String among;
        private String order = "family_key, given_key";
        private String from = ACTIVITIES;
        private String likeness = NONE;
        private @Nullable String exact;

        Looks(Among among) {
            this.among =
                    clause(" and a.profession = any (", among.professions(), ")")
                            + clause(" and a.commune_code = any (", among.communes(), ")")
                            + clause(" and a.expertise = any (", among.expertises(), ")")
                            + clause(" and a.mode = ", among.mode(), "")
                            + clause(" and a.pp_id = any (", among.ids(), ")");
        }

        private String clause(String before, @Nullable Object value, String after) {
            return value == null ? "" : before + named(value) + after;
        }

        /// A value, by the name it has in the text.
        String named(Object value) {
            var name = "p" + params.size();
            params.put(name, value);
            return ":" + name;
        }

        String is(String column, String key) {
            return "a." + column + " = " + named(key);
        }

        String in(String column, List<String> keys) {
            return "a." + column + " = any (" + named(keys.toArray(String[]::new)) + ")";
        }

        /// Keys hold letters, digits and spaces, all before `{`. Whatever begins by nothing.
        String begins(String column, String key) {
            return key.isEmpty()
                    ? "true"
                    : "a.%1$s >= %2$s and a.%1$s < %3$s"
                            .formatted(column, named(key), named(key + "{"));
        }

        Looks order(String columns) {
            order = columns;
            return this;
        }

        /// Another source than the activities alone, with what orders it.
        Looks from(String source, String howFar) {
            from = source;
            likeness = howFar;
            return this;
        }

        /// Those whose family name is this whole come before those of all looks whose name begins
        /// so.
        ///
        /// @param looks how many there are of these
        Looks exactFirst(String family, int looks) {
            exact = "case when %s then 0 else %d end".formatted(is("family_key", family), looks);
            return this;
        }

        void next(String... clauses) {
            var rank =
                    !likeness.equals(NONE)
                            ? "0"
                            : exact == null ? "" + parts.size() : parts.size() + " + " + exact;
            parts.add(
                    """
                    (select a.pp_id, %s as rank, %s as far, a.family_key, a.given_key from %s where %s%s order by %s limit :many)
                    """
                            .formatted(
                                    rank,
                                    likeness,
                                    from,
                                    String.join(" and ", clauses),
                                    among,
                                    likeness.equals(NONE) ? order : "far, " + order));
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        String text() {
            return "select x.pp_id, x.family_key, x.given_key from ("
                    + String.join(" union all ", parts)
                    + ") x order by rank, far, "
                    + order;
        }
    }

    /// Every key one error away: a letter left out, two exchanged, one replaced, one too many.
    static Set<String> oneAway(String word) {
        var all = new LinkedHashSet<String>();
        for (int i = 0; i < word.length(); i++) {
            var before = word.substring(0, i);
            var after = word.substring(i + 1);
            all.add(before + after);
            if (i + 1 < word.length())
                all.add(before + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            for (int l = 0; l < LETTERS.length(); l++) all.add(before + LETTERS.charAt(l) + after);
        }
        for (int i = 0; i <= word.length(); i++)
            for (int l = 0; l < LETTERS.length(); l++)
                all.add(word.substring(0, i) + LETTERS.charAt(l) + word.substring(i));
        all.remove(word);
        return all;
    }
}
