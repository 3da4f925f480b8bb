package fr.maillage.network.internal;

import fr.maillage.web.Sent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Zones and communes that somebody covers, as they are typed and read.
@Component
public class Sectors {

    private final JdbcClient sql;

    Sectors(JdbcClient sql) {
        this.sql = sql;
    }

    private record Found(String typed, @Nullable String code) {}

    /// Codes of what was typed by name or code, separated by commas. A name nobody knows adds its
    /// sentence to the errors.
    public List<String> read(Sent form) {
        var typed =
                Arrays.stream(form.value("sectors").split("[,;\\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (typed.isEmpty()) return List.of();
        var found =
                sql.sql(
                                """
                                select t.typed, coalesce(
                                         (select z.code from territory.zone z where z.code = t.typed or platform.search_key(z.label) = platform.search_key(t.typed) order by z.code limit 1),
                                         (select c.code from territory.commune c where c.zone_code is not null and (c.code = t.typed or c.search = platform.search_key(t.typed)) order by c.code limit 1)) as code
                                  from unnest(cast(:typed as text[])) with ordinality t(typed, rank) order by t.rank
                                """)
                        .param("typed", typed.toArray(String[]::new))
                        .query((row, _) -> new Found(row.getString("typed"), row.getString("code")))
                        .list();
        found.stream()
                .filter(f -> f.code() == null)
                .forEach(
                        f -> form.errors().add("sectors", NetworkText.SECTOR.formatted(f.typed())));
        return found.stream()
                .flatMap(f -> java.util.stream.Stream.ofNullable(f.code()))
                .distinct()
                .toList();
    }
}
