package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Structures that answer: by every word of the name, else by what resembles it; without a name,
/// the nearest first.
@Component
class FoundStructures {

    private static final String LINES =
            """
            select o.finess, o.name, o.kind, o.kind_label, o.address, o.commune_code, o.commune_name, o.phone, o.mssante from directory.organization o
            """;

    private final JdbcClient sql;

    FoundStructures(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Hit> of(String finess) {
        return sql.sql(LINES + " where o.finess = :finess")
                .param("finess", finess)
                .query((row, _) -> hit(row, Map.of()))
                .optional();
    }

    /// @param around codes of the communes, nearest first, with their metres; empty for anywhere
    List<Hit> find(Wanted wanted, Map<String, Integer> around, int limit) {
        if (wanted.name().isEmpty())
            return around.isEmpty() ? among(wanted, limit) : nearest(wanted, around, limit);
        return wanted.name().length() < 3 ? List.of() : named(wanted, around, limit);
    }

    private List<Hit> among(Wanted wanted, int limit) {
        if (wanted.only() == null) return List.of();
        return sql.sql(LINES + " where o.finess = any (:only) order by o.name limit :many")
                .param("only", wanted.only().toArray(String[]::new))
                .param("many", limit)
                .query((row, _) -> hit(row, Map.of()))
                .list();
    }

    private List<Hit> nearest(Wanted wanted, Map<String, Integer> around, int limit) {
        return asked(
                """
                select f.* from unnest(:communes) with ordinality c(code, rank)
                  cross join lateral (%s where o.commune_code = c.code%s order by o.name, o.finess limit :many) f
                 order by c.rank limit :many
                """
                        .formatted(LINES, filter(wanted)),
                wanted,
                around,
                limit);
    }

    private List<Hit> named(Wanted wanted, Map<String, Integer> around, int limit) {
        return asked(
                LINES
                        + " where to_tsvector('simple', o.search) @@ to_tsquery('simple', :words)"
                        + filter(wanted)
                        + place(around)
                        + " order by o.name, o.finess limit :many",
                wanted,
                around,
                limit,
                "words",
                Words.beginnings(wanted.name()));
    }

    /// What merely resembles what was typed.
    List<Hit> alike(Wanted wanted, Map<String, Integer> around, int limit) {
        if (wanted.name().length() < 3) return List.of();
        sql.sql("select set_config('pg_trgm.word_similarity_threshold', '0.5', true)")
                .query((_, _) -> 0)
                .list();
        return asked(
                LINES
                        + " where :typed operator(public.<%) o.search"
                        + filter(wanted)
                        + place(around)
                        + " order by public.word_similarity(:typed, o.search) desc, o.name, o.finess limit :many",
                wanted,
                around,
                limit,
                "typed",
                wanted.name());
    }

    private static String filter(Wanted wanted) {
        return (wanted.kinds().isEmpty() ? "" : " and o.kind = any (:kinds)")
                + (wanted.only() == null ? "" : " and o.finess = any (:only)");
    }

    private static String place(Map<String, Integer> around) {
        return around.isEmpty() ? "" : " and o.commune_code = any (:communes)";
    }

    /// @param more name, value, name, value…
    private List<Hit> asked(
            String text, Wanted wanted, Map<String, Integer> around, int limit, Object... more) {
        var asked = sql.sql(text).param("many", limit);
        if (!around.isEmpty())
            asked = asked.param("communes", around.keySet().toArray(String[]::new));
        if (!wanted.kinds().isEmpty())
            asked = asked.param("kinds", wanted.kinds().toArray(String[]::new));
        if (wanted.only() != null)
            asked = asked.param("only", wanted.only().toArray(String[]::new));
        for (int i = 0; i < more.length; i += 2) asked = asked.param((String) more[i], more[i + 1]);
        var found = asked.query((row, _) -> hit(row, around)).list();
        return around.isEmpty()
                ? found
                : found.stream()
                        .sorted(
                                Comparator.comparing(
                                        h -> h.metres() == null ? Integer.MAX_VALUE : h.metres()))
                        .toList();
    }

    private static Hit hit(ResultSet row, Map<String, Integer> around) throws SQLException {
        var commune = row.getString("commune_code");
        return new Hit(
                Nature.STRUCTURE,
                row.getString("finess"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("kind_label"),
                null,
                null,
                row.getString("finess"),
                row.getString("address"),
                null,
                commune,
                row.getString("commune_name"),
                commune == null ? null : around.get(commune),
                row.getString("phone"),
                null,
                row.getString("mssante"),
                null,
                null);
    }
}
