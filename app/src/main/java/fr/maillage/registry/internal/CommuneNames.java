package fr.maillage.registry.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Communes as people write them: a name, a postcode, or both.
@Component
@Transactional(readOnly = true)
public class CommuneNames {

    /// As many as are worth choosing among.
    private static final int MOST = 40;

    private static final Pattern DEPARTMENT =
            Pattern.compile("\\((\\d{2,3}|2[AB])\\)", Pattern.CASE_INSENSITIVE);

    private final JdbcClient sql;

    CommuneNames(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param label « Douai (59500) », « Montreuil (93) » where no postcode is known
    public record Commune(String code, String label) {}

    /// Those that answer, the exact name before those that begin so; none for less than two
    /// letters. One whose name and postcode, or département, are both typed is alone.
    public List<Commune> named(String typed) {
        var postcode = typed.replaceAll("\\D", "");
        var department = DEPARTMENT.matcher(typed);
        var name = DEPARTMENT.matcher(typed).replaceAll(" ").replaceAll("[\\d()]", " ").strip();
        if (postcode.length() != 5) postcode = "";
        if (name.length() < 2 && postcode.isEmpty()) return List.of();
        var found =
                sql.sql(
                                """
                                select code, name || ' (' || coalesce(postcodes[1], substr(code, 1, case when code like '97%' then 3 else 2 end)) || ')' as label, search = platform.search_key(:name) as whole
                                from territory.commune
                                where (:name = '' or search = platform.search_key(:name) or search like platform.search_key(:name) || ' %')
                                  and (:postcode = '' or :postcode = any (postcodes)) and code like :department || '%'
                                order by whole desc, zone_code is null, population desc nulls last, name collate "fr-x-icu", code limit :most
                                """)
                        .param("name", name)
                        .param("postcode", postcode)
                        .param("department", department.find() ? department.group(1) : "")
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

    /// « Douai (59500) » by code; nothing for a code nobody knows.
    public Map<String, String> labels(Collection<String> codes) {
        var labels = new HashMap<String, String>();
        sql.sql(
                        """
                        select code, name || ' (' || coalesce(postcodes[1], substr(code, 1, case when code like '97%' then 3 else 2 end)) || ')' as label
                          from territory.commune where code = any (:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> labels.put(row.getString("code"), row.getString("label")))
                .list();
        return labels;
    }
}
