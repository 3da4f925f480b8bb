package fr.maillage.territory.internal;

import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.territory.Tree.Commune;
import fr.maillage.territory.Tree.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads divisions: two statements a tree.
@Component
@Transactional(readOnly = true)
class TreeReader implements Territories {

    private final JdbcClient sql;

    TreeReader(JdbcClient sql) {
        this.sql = sql;
    }

    private record Line(
            String code, String label, String kind, String kindLabel, @Nullable String parent) {}

    @Override
    public List<Region> regions() {
        return sql.sql(
                        """
                        select d.region_code as code, z.label, d.code as division, d.label as division_label, d.source,
                               exists (select 1 from territory.commune_zone m where m.division_code = d.code) as drawn
                          from territory.division d join territory.zone z on z.code = d.region_code
                         where d.main order by z.label collate "fr-x-icu"
                        """)
                .query((row, _) ->
                        new Region(
                                row.getString("code"),
                                row.getString("label"),
                                row.getString("division"),
                                row.getString("division_label"),
                                row.getString("source"),
                                row.getBoolean("drawn")))
                .list();
    }

    @Override
    public Tree tree(String region, LocalDate day) {
        return regions().stream()
                .filter(r -> r.code().equals(region))
                .findFirst()
                .map(r -> of(r.division(), day))
                .orElse(new Tree(List.of(), Map.of()));
    }

    /// A division, main or not.
    Tree of(String division, LocalDate day) {
        var lines =
                sql.sql(
                                """
                                select z.code, case when z.code = d.region_code then z.label || ' (communes du découpage)' else z.label end as label, z.kind, k.label as kind_label, p.parent_code
                                  from territory.division d
                                  join territory.zone z on z.division_code = d.code or z.code = d.region_code
                                  join territory.zone_kind k on k.code = z.kind
                                  left join territory.zone_parent p on p.zone_code = z.code and :day between p.valid_from and coalesce(p.valid_to, 'infinity')
                                 where d.code = :division and :day between z.valid_from and coalesce(z.valid_to, 'infinity')
                                 order by z.rank, z.label collate "fr-x-icu", z.code
                                """)
                        .param("division", division)
                        .param("day", day)
                        .query((row, _) ->
                                new Line(
                                        row.getString("code"),
                                        row.getString("label"),
                                        row.getString("kind"),
                                        row.getString("kind_label"),
                                        row.getString("parent_code")))
                        .list();
        var communes = new LinkedHashMap<String, Commune>();
        sql.sql(
                        """
                        select m.commune_code, c.name, m.zone_code, c.latitude, c.longitude, c.area_km2, p.people, p.year, p.source
                          from territory.commune_zone m join territory.commune c on c.code = m.commune_code
                          left join lateral (select o.people, o.year, o.source from territory.population o where o.commune_code = m.commune_code
                             order by abs(o.year - cast(:year as int)), o.year desc, o.source limit 1) p on true
                         where m.division_code = :division and :day between m.valid_from and coalesce(m.valid_to, 'infinity')
                         order by c.name collate "fr-x-icu", c.code
                        """)
                .param("division", division)
                .param("day", day)
                .param("year", day.getYear())
                .query((row, _) ->
                        communes.put(
                                row.getString("commune_code"),
                                new Commune(
                                        row.getString("commune_code"),
                                        row.getString("name"),
                                        row.getString("zone_code"),
                                        row.getDouble("latitude"),
                                        row.getDouble("longitude"),
                                        row.getDouble("area_km2"),
                                        row.getObject("people", Integer.class),
                                        row.getObject("year", Integer.class),
                                        row.getString("source"))))
                .list();
        return new Tree(ordered(lines), communes);
    }

    // depth first; a zone whose parent is not there stands at the top, so that nothing is lost
    private static List<Zone> ordered(List<Line> lines) {
        var codes = lines.stream().map(Line::code).collect(Collectors.toSet());
        var children =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        l ->
                                                l.parent() != null && codes.contains(l.parent())
                                                        ? l.parent()
                                                        : "",
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var zones = new ArrayList<Zone>();
        put("", 0, children, zones);
        return zones;
    }

    private static void put(
            String parent, int depth, Map<String, List<Line>> children, List<Zone> zones) {
        for (var line : children.getOrDefault(parent, List.of())) {
            zones.add(
                    new Zone(
                            line.code(),
                            line.label(),
                            line.kind(),
                            line.kindLabel(),
                            parent.isEmpty() ? null : parent,
                            depth));
            put(line.code(), depth + 1, children, zones);
        }
    }
}
