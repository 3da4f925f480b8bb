package fr.maillage.offer.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// NamedCommunes as one types them: « Douai », « Douai (59178) », « 59178 ».
@Component
@Transactional(readOnly = true)
class NamedCommunes {

    private static final Pattern CODE = Pattern.compile(".*?\\(?\\b([0-9][0-9AB][0-9]{3})\\)?\\s*");

    private final JdbcClient sql;

    NamedCommunes(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param zone code of its zone de proximité; null outside the region described
    record Commune(String code, String name, @Nullable String zone) {

        /// Read back by [#find].
        String words() {
            return name + " (" + code + ")";
        }
    }

    /// A zone de proximité, under its territory.
    record Zone(String code, String label, String territory) {}

    /// The commune meant; empty when none is, or several are.
    Optional<Commune> find(String typed) {
        var code = CODE.matcher(typed.strip());
        if (code.matches())
            return sql.sql(
                            "select code, name, zone_code as zone from territory.commune where code = :code")
                    .param("code", code.group(1))
                    .query(DataClassRowMapper.newInstance(Commune.class))
                    .optional();
        var named =
                sql.sql(
                                """
                                select code, name, zone_code as zone from territory.commune where search = platform.search_key(:typed)
                                order by zone_code is null, code limit 2
                                """)
                        .param("typed", typed)
                        .query(DataClassRowMapper.newInstance(Commune.class))
                        .list();
        // of two of one name, that of the region is meant when the other is elsewhere
        return named.size() == 1
                        || named.size() == 2
                                && named.get(1).zone() == null
                                && named.get(0).zone() != null
                ? Optional.of(named.getFirst())
                : Optional.empty();
    }

    /// NamedCommunes whose name begins so, those of the region first.
    List<Commune> like(String typed, int limit) {
        return sql.sql(
                        """
                        select code, name, zone_code as zone from territory.commune
                         where platform.search_key(:typed) <> '' and search like platform.search_key(:typed) || '%'
                         order by zone_code is null, population desc nulls last, name collate "fr-x-icu", code limit :limit
                        """)
                .param("typed", typed)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(Commune.class))
                .list();
    }

    /// Zones, by territory.
    List<Zone> zones() {
        return sql.sql(
                        """
                        select z.code, z.label, t.label as territory from territory.zone z join territory.zone t on t.code = z.parent_code
                         where z.kind = 'ZONE' and exists (select 1 from territory.commune c where c.zone_code = z.code) order by t.rank, t.code, z.rank, z.code
                        """)
                .query(DataClassRowMapper.newInstance(Zone.class))
                .list();
    }
}
