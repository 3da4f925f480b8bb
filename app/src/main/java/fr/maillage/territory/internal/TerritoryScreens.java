package fr.maillage.territory.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.territory.internal.TerritoryPages.Change;
import fr.maillage.territory.internal.TerritoryPages.Choice;
import fr.maillage.territory.internal.TerritoryPages.CommuneRow;
import fr.maillage.territory.internal.TerritoryPages.Crumb;
import fr.maillage.territory.internal.TerritoryPages.Row;
import fr.maillage.territory.internal.TerritoryPages.TreePage;
import fr.maillage.territory.internal.TerritoryPages.Year;
import fr.maillage.territory.internal.TerritoryPages.ZonePage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The tree of zones and a zone, each at a day.
@Component
@Transactional(readOnly = true)
class TerritoryScreens {

    private final JdbcClient sql;
    private final Territories territories;
    private final Clock clock;

    TerritoryScreens(JdbcClient sql, Territories territories, Clock clock) {
        this.sql = sql;
        this.territories = territories;
        this.clock = clock;
    }

    TreePage tree(@Nullable String asked, @Nullable String typed) {
        var day = day(typed);
        var regions = territories.regions();
        var region =
                regions.stream()
                        .filter(r -> r.code().equals(asked))
                        .findFirst()
                        .or(() ->
                                regions.stream()
                                        .filter(r ->
                                                SignedIn.current().regions().contains(r.code()))
                                        .findFirst())
                        .or(() -> regions.stream().filter(Territories.Region::drawn).findFirst())
                        .orElse(regions.getFirst());
        var tree = territories.tree(region.code(), day);
        var drawn = !tree.communes().isEmpty();
        return new TreePage(
                region.code(),
                region.divisionLabel(),
                region.source(),
                day.toString(),
                FrenchDates.longDay(day),
                mayRedraw(region.code()),
                regions.stream()
                        .map(r ->
                                new Choice(
                                        r.code(),
                                        r.drawn() ? r.label() : r.label() + TerritoryText.NOT_DRAWN,
                                        r.code().equals(region.code())))
                        .toList(),
                drawn ? rows(tree, day, null) : List.of(),
                tree.sources(),
                days(region.division(), day));
    }

    static boolean mayRedraw(String region) {
        var who = SignedIn.current();
        return who.role() == Role.ADMIN
                || who.role() == Role.AGENCY && who.regions().contains(region);
    }

    private LocalDate day(@Nullable String typed) {
        return FrenchDates.read(typed == null ? "" : typed).orElse(LocalDate.now(clock));
    }

    private static List<Row> rows(Tree tree, LocalDate day, @Nullable String under) {
        var people = tree.people();
        var communes = new HashMap<String, Integer>();
        for (var zone : tree.zones())
            communes.put(zone.code(), tree.communesOf(zone.code()).size());
        var top = under == null ? 0 : 1;
        var shown = under == null ? null : tree.down(under);
        var base = under == null ? null : tree.zone(under);
        var rows = new ArrayList<Row>();
        for (var zone : tree.zones()) {
            if (shown != null && (!shown.contains(zone.code()) || zone.code().equals(under)))
                continue;
            var above = zone.parent() == null ? null : people.get(zone.parent());
            var own = people.getOrDefault(zone.code(), 0L);
            rows.add(
                    new Row(
                            "/territoires/zones/" + zone.code() + "?au=" + day,
                            zone.label(),
                            zone.code(),
                            zone.kindLabel(),
                            "depth-"
                                    + Math.min(
                                            6,
                                            zone.depth() - (base == null ? 0 : base.depth()) - top),
                            Typography.number(communes.getOrDefault(zone.code(), 0)),
                            TerritoryText.people(own),
                            above == null || above == 0
                                    ? null
                                    : new Share(own, above).formatted()));
        }
        return rows;
    }

    private List<Choice> days(String division, LocalDate shown) {
        return sql.sql(
                        """
                        select valid_from as day, count(*) as n from territory.commune_zone where division_code = :division group by 1 order by 1
                        """)
                .param("division", division)
                .query((row, _) -> {
                    var day = row.getObject("day", LocalDate.class);
                    return new Choice(
                            day.toString(),
                            FrenchDates.date(day)
                                    + Typography.NBSP
                                    + ": "
                                    + TerritoryText.moved(row.getInt("n")),
                            day.equals(shown));
                })
                .list();
    }

    /// Throws `NotFound` for a zone that is not there on that day.
    ZonePage zone(String code, @Nullable String typed) {
        var day = day(typed);
        var division =
                sql.sql(
                                """
                                select d.code, d.region_code from territory.division d where d.main
                                   and (d.region_code = :code or exists (select 1 from territory.zone z where z.code = :code and z.division_code = d.code))
                                """)
                        .param("code", code)
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .optional()
                        .orElseThrow(() -> new NotFound("zone", null));
        var region = division.getValue();
        var tree = territories.tree(region, day);
        var zone = tree.zone(code);
        if (zone == null) throw new NotFound("zone", null);
        var communes =
                tree.communes().values().stream()
                        .filter(c -> c.zone().equals(code))
                        .map(c ->
                                new CommuneRow(
                                        "/territoires/communes/" + c.code(),
                                        c.name(),
                                        c.code(),
                                        TerritoryText.people(
                                                c.people() == null ? null : (long) c.people())))
                        .toList();
        return new ZonePage(
                code,
                zone.label(),
                zone.kindLabel(),
                region,
                day.toString(),
                FrenchDates.longDay(day),
                above(tree, zone, day),
                rows(tree, day, code),
                communes,
                TerritoryText.people(tree.people().getOrDefault(code, 0L)),
                years(tree.communesOf(code)),
                changes(division.getKey(), code),
                mayRedraw(region) && !zone.kind().equals("REGION")
                        ? "/territoires/decoupages?region=" + region + "&zone=" + code
                        : null);
    }

    private static List<Crumb> above(Tree tree, Tree.Zone zone, LocalDate day) {
        var crumbs = new ArrayList<Crumb>();
        var at = zone.parent() == null ? null : tree.zone(zone.parent());
        while (at != null) {
            crumbs.addFirst(
                    new Crumb("/territoires/zones/" + at.code() + "?au=" + day, at.label()));
            at = at.parent() == null ? null : tree.zone(at.parent());
        }
        return crumbs;
    }

    /// Inhabitants of communes together, by year and source, latest first.
    List<Year> years(List<String> communes) {
        return sql.sql(
                        """
                        select year, source, sum(people) as people from territory.population where commune_code = any (:codes)
                         group by 1, 2 order by 1 desc, 2
                        """)
                .param("codes", communes.toArray(String[]::new))
                .query((row, _) ->
                        new Year(
                                String.valueOf(row.getInt("year")),
                                Typography.number(row.getLong("people")),
                                row.getString("source")))
                .list();
    }

    // communes that came into a zone and left it, besides those of the first day
    private List<Change> changes(String division, String zone) {
        return sql.sql(
                        """
                        select m.valid_from as day, c.name, true as came, coalesce(o.label, '') as other
                          from territory.commune_zone m join territory.commune c on c.code = m.commune_code
                          left join territory.commune_zone b on b.commune_code = m.commune_code and b.division_code = m.division_code and b.valid_to = m.valid_from - 1
                          left join territory.zone o on o.code = b.zone_code
                         where m.division_code = :division and m.zone_code = :zone and m.valid_from > (select z.valid_from from territory.zone z where z.code = :zone)
                        union all
                        select m.valid_to + 1, c.name, false, coalesce(o.label, '')
                          from territory.commune_zone m join territory.commune c on c.code = m.commune_code
                          left join territory.commune_zone a on a.commune_code = m.commune_code and a.division_code = m.division_code and a.valid_from = m.valid_to + 1
                          left join territory.zone o on o.code = a.zone_code
                         where m.division_code = :division and m.zone_code = :zone and m.valid_to is not null
                        order by 1 desc, 2 limit 200
                        """)
                .param("division", division)
                .param("zone", zone)
                .query((row, _) ->
                        new Change(
                                FrenchDates.date(row.getObject("day", LocalDate.class)),
                                row.getBoolean("came")
                                        ? TerritoryText.came(
                                                row.getString("other"), row.getString("name"))
                                        : TerritoryText.left(
                                                row.getString("other"), row.getString("name"))))
                .list();
    }
}
