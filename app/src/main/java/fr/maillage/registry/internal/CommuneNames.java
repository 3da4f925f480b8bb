package fr.maillage.registry.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// CommuneNames as people write them: a name, a postcode, or both.
@Component
@Transactional(readOnly = true)
public class CommuneNames {

    /// As many as are worth choosing among.
    private static final int MOST = 40;

    private final JdbcClient sql;

    CommuneNames(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param label « Douai (59500) »
    public record Commune(String code, String label) {}

    /// Those that answer, the exact name before those that begin so; none for less than two
    /// letters. One whose name and postcode are both typed is alone.
    public List<Commune> named(String typed) {
        var postcode = typed.replaceAll("\\D", "");
        var name = typed.replaceAll("[\\d()]", " ").strip();
        if (postcode.length() != 5) postcode = "";
        if (name.length() < 2 && postcode.isEmpty()) return List.of();
        var found =
                sql.sql(
                                """
                                select code, name || coalesce(' (' || postcodes[1] || ')', '') as label, search = platform.search_key(:name) as whole
                                from territory.commune
                                where (:name = '' or search = platform.search_key(:name) or search like platform.search_key(:name) || ' %')
                                  and (:postcode = '' or :postcode = any (postcodes))
                                order by whole desc, zone_code is null, population desc nulls last, name collate "fr-x-icu", code limit :most
                                """)
                        .param("name", name)
                        .param("postcode", postcode)
                        .param("most", MOST)
                        .query((row, _) ->
                                new Found(
                                        new Commune(row.getString("code"), row.getString("label")),
                                        row.getBoolean("whole")))
                        .list();
        var whole = found.stream().filter(Found::whole).map(Found::commune).toList();
        return whole.isEmpty() ? found.stream().map(Found::commune).toList() : whole;
    }

    private record Found(Commune commune, boolean whole) {}

    /// « Douai (59500) »; the code itself when nobody knows it.
    public String label(String code) {
        return sql.sql(
                        "select name || coalesce(' (' || postcodes[1] || ')', '') as label from territory.commune where code = :code")
                .param("code", code)
                .query((row, _) -> row.getString("label"))
                .optional()
                .orElse(code);
    }
}
