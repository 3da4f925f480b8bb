package fr.maillage.directory.internal;

import fr.maillage.kernel.SearchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Professionals by name among millions of activities. What is typed is the beginning of a family
/// name, with or without a given name, in either order; then, when that finds too few, the same
/// with one letter wrong, missing, too many or exchanged with its neighbour; then what merely
/// resembles.
///
/// Each step is a look into an ordered index: the names one error away from a word of eight letters
/// are some five hundred, and looking them all up costs less than measuring the resemblance of a
/// thousand. Resemblance is only measured on the dictionary of distinct names.
@Component
class NameSearch {

    /// Words of a name looked at: more are a sentence.
    private static final int WORDS = 4;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final JdbcClient sql;

    NameSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /// Which part of what was typed is the family name, which the given one; comparable
    /// ([SearchKey]).
    record Split(String family, String given) {}

    /// What else the professional must be; null: whatever.
    record Among(String @Nullable [] professions, String @Nullable [] communes) {
        static final Among ALL = new Among(null, null);
    }

    /// Identifiers of the professionals found, best first, at most `limit`.
    ///
    /// @param key words parted by one space, without accents ([SearchKey])
    List<String> find(String key, Among among, int limit) {
        var words = key.split(" ");
        if (words.length > WORDS) words = Arrays.copyOf(words, WORDS);
        var splits = splits(words);
        var found = new LinkedHashSet<String>();
        for (boolean exact : new boolean[] {true, false})
            if (found.size() < limit) add(found, prefixes(splits, exact, among, limit), limit);
        if (found.size() < limit) add(found, inside(words, among, limit), limit);
        if (found.size() < limit && words.length == 1)
            add(found, given(words[0], among, limit), limit);
        if (found.size() < limit) add(found, oneError(splits, among, limit), limit);
        if (found.isEmpty()) add(found, alike(splits, among, limit), limit);
        return List.copyOf(found);
    }

    private static void add(Set<String> found, List<String> more, int limit) {
        for (var one : more) if (found.size() < limit) found.add(one);
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

    /// The family name as typed (`exact`) or beginning so, the given name beginning so.
    private List<String> prefixes(List<Split> splits, boolean exact, Among among, int limit) {
        var parts = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        for (int i = 0; i < splits.size(); i++) {
            var split = splits.get(i);
            params.put("f" + i, split.family());
            params.put("fe" + i, beyond(split.family()));
            if (!split.given().isEmpty()) {
                params.put("g" + i, split.given());
                params.put("ge" + i, beyond(split.given()));
            }
            parts.add(
                    "(select a.pp_id, %d as rank, a.family_key, a.given_key from directory.activity a where %s%s%s order by a.family_key, a.given_key limit :many)"
                            .formatted(
                                    i,
                                    exact
                                            ? "a.family_key = :f" + i
                                            : "a.family_key >= :f"
                                                    + i
                                                    + " and a.family_key < :fe"
                                                    + i,
                                    split.given().isEmpty()
                                            ? ""
                                            : " and a.given_key >= :g"
                                                    + i
                                                    + " and a.given_key < :ge"
                                                    + i,
                                    among(among)));
        }
        return ids(
                "select x.pp_id from ("
                        + String.join(" union all ", parts)
                        + ") x order by rank, family_key, given_key",
                params,
                among,
                limit);
    }

    /// A later word of a double name: « martin » finds « Durand-Martin ».
    private List<String> inside(String[] words, Among among, int limit) {
        var params = new LinkedHashMap<String, Object>();
        params.put("inner", "% " + words[0] + "%");
        var given = words.length > 1 ? " and a.given_key >= :g and a.given_key < :ge" : "";
        if (words.length > 1) {
            params.put("g", words[1]);
            params.put("ge", beyond(words[1]));
        }
        return ids(
                """
                select a.pp_id from (select n.key from directory.name n where n.kind = 'f' and n.key like :inner order by n.people desc limit 200) n
                  join directory.activity a on a.family_key = n.key%s%s order by a.family_key, a.given_key limit :many
                """
                        .formatted(given, among(among)),
                params,
                among,
                limit);
    }

    /// A given name alone.
    private List<String> given(String word, Among among, int limit) {
        return ids(
                "select a.pp_id from directory.activity a where a.given_key >= :g and a.given_key < :ge"
                        + among(among)
                        + " order by a.given_key, a.family_key limit :many",
                Map.of("g", word, "ge", beyond(word)),
                among,
                limit);
    }

    /// One error in the family name or in the given one.
    private List<String> oneError(List<Split> splits, Among among, int limit) {
        var parts = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        for (int i = 0; i < splits.size(); i++) {
            var split = splits.get(i);
            params.put("v" + i, oneAway(split.family()).toArray(String[]::new));
            var given = split.given();
            if (!given.isEmpty()) {
                params.put("g" + i, given);
                params.put("ge" + i, beyond(given));
                params.put("f" + i, split.family());
                params.put("w" + i, oneAway(given).toArray(String[]::new));
            }
            parts.add(
                    "(select a.pp_id, %d as rank, a.family_key, a.given_key from directory.activity a where a.family_key = any (:v%d)%s%s limit :many)"
                            .formatted(
                                    i,
                                    i,
                                    given.isEmpty()
                                            ? ""
                                            : " and a.given_key >= :g"
                                                    + i
                                                    + " and a.given_key < :ge"
                                                    + i,
                                    among(among)));
            if (!given.isEmpty())
                parts.add(
                        "(select a.pp_id, %d as rank, a.family_key, a.given_key from directory.activity a where a.family_key = :f%d and a.given_key = any (:w%d)%s limit :many)"
                                .formatted(i, i, i, among(among)));
        }
        return ids(
                "select x.pp_id from ("
                        + String.join(" union all ", parts)
                        + ") x order by rank, family_key, given_key",
                params,
                among,
                limit);
    }

    /// What resembles, of the distinct family names.
    private List<String> alike(List<Split> splits, Among among, int limit) {
        sql.sql("select set_config('pg_trgm.similarity_threshold', '0.3', true)")
                .query((_, _) -> 0)
                .list();
        var parts = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        for (int i = 0; i < splits.size(); i++) {
            var split = splits.get(i);
            if (split.family().length() < 3) continue;
            params.put("f" + i, split.family());
            if (!split.given().isEmpty()) {
                params.put("g" + i, split.given().substring(0, 1));
                params.put("ge" + i, beyond(split.given().substring(0, 1)));
            }
            parts.add(
                    """
                    (select a.pp_id, n.likeness + %s as likeness, a.family_key, a.given_key from
                       (select n.key, public.similarity(n.key, :f%d) as likeness from directory.name n
                         where n.kind = 'f' and n.key operator(public.%%) :f%d order by 2 desc limit 20) n
                       join directory.activity a on a.family_key = n.key%s%s
                      order by 2 desc limit :many)
                    """
                            .formatted(
                                    split.given().isEmpty()
                                            ? "0"
                                            : "public.similarity(a.given_key, :s" + i + ")",
                                    i,
                                    i,
                                    split.given().isEmpty()
                                            ? ""
                                            : " and a.given_key >= :g"
                                                    + i
                                                    + " and a.given_key < :ge"
                                                    + i,
                                    among(among)));
            if (!split.given().isEmpty()) params.put("s" + i, split.given());
        }
        if (parts.isEmpty()) return List.of();
        return ids(
                "select x.pp_id from ("
                        + String.join(" union all ", parts)
                        + ") x order by likeness desc, family_key, given_key",
                params,
                among,
                limit);
    }

    private static String among(Among among) {
        return (among.professions() == null ? "" : " and a.profession = any (:professions)")
                + (among.communes() == null ? "" : " and a.commune_code = any (:communes)");
    }

    /// Somebody with five places of work fills five lines: a few more are asked for.
    private List<String> ids(String query, Map<String, Object> params, Among among, int limit) {
        var asked = sql.sql(query).params(params).param("many", limit * 3);
        if (among.professions() != null) asked = asked.param("professions", among.professions());
        if (among.communes() != null) asked = asked.param("communes", among.communes());
        return asked.query((row, _) -> row.getString(1)).list().stream()
                .distinct()
                .limit(limit)
                .collect(Collectors.toList());
    }

    /// The first key that no longer begins so: keys hold letters, digits and spaces, all before
    /// `{`.
    private static String beyond(String prefix) {
        return prefix + "{";
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
