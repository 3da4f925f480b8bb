package fr.maillage.registry.internal;

import fr.maillage.registry.DeclaredAreas;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlDeclaredAreas implements DeclaredAreas {

    private final JdbcClient sql;

    SqlDeclaredAreas(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Declared> at(LocalDate day, Collection<String> places) {
        return sql.sql(
                        """
                        select s.id, s.name, s.type_code, s.level, coalesce(a.theme_code, t.theme_code) as theme_code, a.zone_code, a.commune_code,
                               a.status, a.certainty, a.since, a.until, a.source, s.owner_id
                        from registry.declared_area a join registry.structure s on s.id = a.structure_id
                        left join registry.structure_theme t on a.theme_code is null and t.structure_id = s.id and :day >= t.since and (t.until is null or :day <= t.until)
                        where :day >= a.since and (a.until is null or :day <= a.until)
                          and (s.opened_on is null or :day >= s.opened_on) and (s.closed_on is null or :day <= s.closed_on)
                          and (a.theme_code is not null or t.theme_code is not null or s.any_theme)
                          and registry.follows_people(s.id) and (a.zone_code = any (:places) or a.commune_code = any (:places))
                        order by s.name collate "fr-x-icu", s.id, theme_code, a.zone_code, a.commune_code
                        """)
                .param("day", day)
                .param("places", places.toArray(String[]::new))
                .query((row, _) ->
                        new Declared(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("type_code"),
                                row.getString("level"),
                                row.getString("theme_code"),
                                row.getString("zone_code"),
                                row.getString("commune_code"),
                                row.getString("status"),
                                row.getString("certainty"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                row.getString("source"),
                                row.getObject("owner_id", UUID.class)))
                .list();
    }

    @Override
    public List<Reading> readings(LocalDate day) {
        return sql.sql(
                        """
                        select theme_code, zone_code, territory, status, networks, certainty, note, source from registry.area_reading
                        where :day between since and until order by theme_code, zone_code, id
                        """)
                .param("day", day)
                .query((row, _) ->
                        new Reading(
                                row.getString("theme_code"),
                                row.getString("zone_code"),
                                row.getString("territory"),
                                row.getString("status"),
                                row.getObject("networks", Integer.class),
                                row.getString("certainty"),
                                row.getString("note"),
                                row.getString("source")))
                .list();
    }
}
