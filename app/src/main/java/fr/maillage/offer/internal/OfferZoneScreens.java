package fr.maillage.offer.internal;

import fr.maillage.directory.Offers;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What answers each need in each commune of a zone, and where nobody does. An offer answers a
/// commune when its place is near enough as the crow flies, or when it says it goes there.
@Component
@Transactional(readOnly = true)
class OfferZoneScreens {

    /// Each commune of the zone with each offer that reaches it. Offers far from the whole zone are
    /// left first: 80 km, the farthest asked, are 0.72 degree of latitude and less than 1.4 of
    /// longitude in France.
    private static final String REACHED =
            """
            with zone as (select array_agg(code) as codes, array_agg(distinct left(code, 2)) as departments, min(latitude) - 0.75 as south, max(latitude) + 0.75 as north,
                                 min(longitude) - 1.4 as west, max(longitude) + 1.4 as east from territory.commune where zone_code = :zone),
                 near as materialized (
                   select o.id, o.need, o.name, o.commune_code, o.places_free, o.served, p.latitude, p.longitude
                     from zone z join directory.offer o on o.need is not null and (cast(:need as text) is null or o.need = :need)
                     left join territory.commune p on p.code = o.commune_code
                    where p.latitude between z.south and z.north and p.longitude between z.west and z.east or o.served && z.codes or o.served && z.departments)
            select c.code as commune, n.need, n.id, n.name, n.commune_code, n.places_free, d.metres
              from territory.commune c
              join near n on true
              cross join lateral (select territory.metres(c.latitude, c.longitude, n.latitude, n.longitude) as metres) d
             where c.zone_code = :zone and (d.metres <= :km * 1000 or c.code = any (n.served) or left(c.code, 2) = any (n.served))
            """;

    private final JdbcClient sql;
    private final Offers offers;
    private final NamedCommunes communes;
    private final Ways ways;
    private final OfferScreens screens;

    OfferZoneScreens(
            JdbcClient sql,
            Offers offers,
            NamedCommunes communes,
            Ways ways,
            OfferScreens screens) {
        this.sql = sql;
        this.offers = offers;
        this.communes = communes;
        this.ways = ways;
        this.screens = screens;
    }

    private record NeedFound(
            String code,
            String label,
            @Nullable String profession,
            int offers,
            @Nullable Integer free,
            int professionals,
            int without,
            int inhabitants,
            int waiting,
            int communes) {}

    private record CommuneFound(
            String code,
            String name,
            int population,
            @Nullable String nearest,
            @Nullable Integer metres,
            int there,
            int offers,
            @Nullable Integer free,
            int professionals,
            int waiting) {}

    /// @param need code; "" for every need
    ZonePage zone(String zone, String need, int km) {
        var zones = communes.zones();
        var chosen =
                zones.stream()
                        .filter(z -> z.code().equals(zone))
                        .findFirst()
                        .orElse(zones.getFirst());
        var asked = offers.need(need).orElse(null);
        var roads = ways.read();
        var groups = new LinkedHashMap<String, List<Option>>();
        for (var z : zones)
            groups.computeIfAbsent(z.territory(), _ -> new ArrayList<>())
                    .add(new Option(z.code(), z.label(), z.code().equals(chosen.code())));
        var all = new ArrayList<Group>();
        all.add(new Group("", List.of(new Option("", "Tous les besoins", asked == null))));
        all.addAll(screens.needs(need));
        return new ZonePage(
                groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList(),
                all,
                OfferScreens.distances(km),
                chosen.label(),
                asked == null ? null : asked.label(),
                asked != null && asked.profession() != null,
                asked == null ? needs(chosen.code(), km) : List.of(),
                asked == null ? List.of() : communes(chosen.code(), asked, km, roads),
                km,
                OfferText.speed(roads.model()));
    }

    private List<ZonePage.NeedRow> needs(String zone, int km) {
        return sql
                .sql(
                        """
                        with reached as materialized (%s)
                        select n.code, n.label, n.profession, count(distinct r.id)::int as offers,
                               (select sum(f.places_free)::int from (select distinct id, places_free from reached x where x.need = n.code) f) as free,
                               (select count(distinct a.pp_id)::int from directory.activity a join territory.commune t on t.code = a.commune_code
                                 where t.zone_code = :zone and a.profession = n.profession) as professionals,
                               (select count(*)::int from territory.commune t where t.zone_code = :zone and not exists (select 1 from reached x where x.need = n.code and x.commune = t.code)) as without,
                               (select coalesce(sum(t.population), 0)::int from territory.commune t
                                 where t.zone_code = :zone and not exists (select 1 from reached x where x.need = n.code and x.commune = t.code)) as inhabitants,
                               (select count(*)::int from offer.unmet_need u join territory.commune t on t.code = u.commune_code
                                 where t.zone_code = :zone and u.need = n.code and u.state = 'OUVERT') as waiting,
                               (select count(*)::int from territory.commune t where t.zone_code = :zone) as communes
                          from directory.need n left join reached r on r.need = n.code group by n.code, n.label, n.rank, n.profession order by n.rank
                        """
                                .formatted(REACHED))
                .param("zone", zone)
                .param("km", km)
                .param("need", null, java.sql.Types.VARCHAR)
                .query(DataClassRowMapper.newInstance(NeedFound.class))
                .stream()
                .map(f ->
                        new ZonePage.NeedRow(
                                f.label(),
                                "/offre/zones?zone=" + zone + "&besoin=" + f.code() + "&km=" + km,
                                f.offers(),
                                free(f.offers(), f.free()),
                                f.profession() == null ? "–" : String.valueOf(f.professionals()),
                                f.without(),
                                Typography.number(f.inhabitants()),
                                f.waiting(),
                                f.without() > 0 && f.professionals() == 0))
                .toList();
    }

    private List<ZonePage.CommuneRow> communes(
            String zone, Offers.Need need, int km, Ways.Roads roads) {
        return sql
                .sql(
                        """
                        with reached as materialized (%s)
                        select c.code, c.name, coalesce(c.population, 0) as population, near.name as nearest, near.metres, coalesce(near.population, 0) as there,
                               (select count(*)::int from reached r where r.commune = c.code) as offers,
                               (select sum(r.places_free)::int from reached r where r.commune = c.code) as free,
                               (select count(distinct a.pp_id)::int from directory.activity a where a.commune_code = c.code and a.profession = :profession) as professionals,
                               (select count(*)::int from offer.unmet_need u where u.commune_code = c.code and u.need = :need and u.state = 'OUVERT') as waiting
                          from territory.commune c
                          left join lateral (select r.name, r.metres, p.population from reached r left join territory.commune p on p.code = r.commune_code
                                              where r.commune = c.code order by r.metres nulls last, r.id limit 1) near on true
                         where c.zone_code = :zone order by c.name collate "fr-x-icu", c.code
                        """
                                .formatted(REACHED))
                .param("zone", zone)
                .param("km", km)
                .param("need", need.code())
                .param("profession", need.profession(), java.sql.Types.VARCHAR)
                .query(DataClassRowMapper.newInstance(CommuneFound.class))
                .stream()
                .map(f ->
                        new ZonePage.CommuneRow(
                                f.name(),
                                "/offre?besoin="
                                        + need.code()
                                        + "&commune="
                                        + f.code()
                                        + "&km="
                                        + km,
                                Typography.number(f.population()),
                                f.nearest(),
                                f.nearest() == null
                                        ? null
                                        : f.metres() == null
                                                ? OfferText.unknownWay()
                                                : OfferText.way(
                                                        roads.km(f.metres()),
                                                        roads.minutes(
                                                                f.metres(),
                                                                f.population(),
                                                                f.there())),
                                f.offers(),
                                free(f.offers(), f.free()),
                                f.professionals(),
                                f.waiting(),
                                f.offers() == 0 && f.professionals() == 0))
                .toList();
    }

    /// Nobody said is not none.
    private static String free(int offers, @Nullable Integer free) {
        return offers == 0 ? "–" : free == null ? "non dit" : String.valueOf(free);
    }
}
