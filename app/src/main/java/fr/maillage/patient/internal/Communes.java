package fr.maillage.patient.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Communes as people type them: « Douai », « douai », « Douai (59500) », « 59500 Douai ». Inside
/// the caller's transaction.
@Component
class Communes {

    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b");

    private final JdbcClient sql;

    Communes(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a typed commune is.
    sealed interface Found {
        /// One of the region's, by its INSEE code.
        record One(String code, String name, @Nullable String postcode) implements Found {}

        /// Several bear that name.
        record Several(String name) implements Found {}

        /// None of the region's.
        record None(String name, @Nullable String postcode) implements Found {}
    }

    /// An exact name, alone of its kind or told by its postcode, resolves; two homonyms under one
    /// postcode give the more peopled.
    Found find(String typed) {
        var postcode = postcode(typed).orElse(null);
        var name = POSTCODE.matcher(typed).replaceAll("").replaceAll("[()]", "").strip();
        var found =
                sql.sql(
                                """
                                select code, name, postcodes from territory.commune
                                where zone_code is not null and search = platform.search_key(:name) and (cast(:postcode as text) is null or :postcode = any (postcodes))
                                order by population desc nulls last limit 2
                                """)
                        .param("name", name)
                        .param("postcode", postcode)
                        .query((row, _) -> one(row, postcode))
                        .list();
        if (found.size() == 1 || found.size() == 2 && postcode != null) return found.getFirst();
        return found.isEmpty() ? new Found.None(name, postcode) : new Found.Several(name);
    }

    /// Names near what is typed, with their postcode, nearest first.
    List<String> near(String typed, int limit) {
        if (typed.strip().length() < 2) return List.of();
        return sql
                .sql(
                        """
                        select code, name, postcodes from territory.commune
                        where zone_code is not null
                          and (search like platform.search_key(:typed) || '%' or public.similarity(search, platform.search_key(:typed)) > 0.45
                               or exists (select 1 from unnest(postcodes) postcode where postcode like :typed || '%'))
                        order by search = platform.search_key(:typed) desc, search like platform.search_key(:typed) || '%' desc,
                                 population desc nulls last, name limit :limit
                        """)
                .param("typed", typed.strip())
                .param("limit", limit)
                .query((row, _) -> one(row, null))
                .list()
                .stream()
                .map(c -> c.name() + (c.postcode() == null ? "" : " (" + c.postcode() + ")"))
                .toList();
    }

    private static Found.One one(ResultSet row, @Nullable String postcode) throws SQLException {
        var postcodes = (String[]) row.getArray("postcodes").getArray();
        return new Found.One(
                row.getString("code"),
                row.getString("name"),
                postcode != null ? postcode : postcodes.length == 0 ? null : postcodes[0]);
    }

    private static Optional<String> postcode(String typed) {
        var found = POSTCODE.matcher(typed);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
