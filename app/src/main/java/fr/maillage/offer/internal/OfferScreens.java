package fr.maillage.offer.internal;

import fr.maillage.directory.Offers;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.offer.internal.NamedCommunes.Commune;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who answers a need near a commune.
@Component
@Transactional(readOnly = true)
class OfferScreens {

    /// Places said longer ago are to be asked again.
    private static final Duration STALE = Duration.ofDays(14);

    private static final int SHOWN = 40;

    static final List<Integer> DISTANCES = List.of(5, 10, 20, 40, 80);

    private final JdbcClient sql;
    private final Offers offers;
    private final NamedCommunes communes;
    private final Ways ways;
    private final Clock clock;

    OfferScreens(JdbcClient sql, Offers offers, NamedCommunes communes, Ways ways, Clock clock) {
        this.sql = sql;
        this.offers = offers;
        this.communes = communes;
        this.ways = ways;
        this.clock = clock;
    }

    /// @param place a commune as one types it; "" when nothing was asked yet
    NearPage near(String need, String place, int km) {
        var asked = offers.need(need).orElse(null);
        var commune = place.isBlank() ? null : communes.find(place).orElse(null);
        var roads = ways.read();
        if (asked == null || commune == null) {
            var wrong =
                    place.isBlank() && need.isBlank()
                            ? null
                            : asked == null
                                    ? OfferText.NO_NEED
                                    : place.isBlank() ? null : OfferText.NO_COMMUNE;
            return new NearPage(
                    needs(need),
                    place,
                    distances(km),
                    wrong,
                    null,
                    null,
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    0,
                    null,
                    null,
                    OfferText.speed(roads.model()));
        }
        var found = offers.near(commune.code(), asked.code(), km, SHOWN);
        var populations = populations(commune, found);
        var lines = found.stream().map(near -> line(near, commune, roads, populations)).toList();
        var free = found.stream().filter(n -> n.offer().hasRoom()).count();
        return new NearPage(
                needs(asked.code()),
                commune.words(),
                distances(km),
                null,
                asked.label() + " près de " + commune.name(),
                OfferText.summary(lines, free, commune.name(), km),
                free > 0,
                lines,
                asked.profession() == null
                        ? List.of()
                        : professionals(commune, asked.profession(), km, roads),
                structures(commune, asked, km, found),
                asked.profession() == null ? null : profession(asked.profession()),
                waiting(commune, asked),
                "/besoins-non-couverts/nouveau?besoin="
                        + asked.code()
                        + "&commune="
                        + commune.code(),
                commune.zone() == null
                        ? null
                        : "/offre/zones?zone="
                                + commune.zone()
                                + "&besoin="
                                + asked.code()
                                + "&km="
                                + km,
                OfferText.speed(roads.model()));
    }

    /// Needs by family, for a list to choose in.
    List<Group> needs(String chosen) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (var need : offers.needs())
            groups.computeIfAbsent(OfferText.family(need.family()), _ -> new ArrayList<>())
                    .add(new Option(need.code(), need.label(), need.code().equals(chosen)));
        return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
    }

    static List<Group> distances(int km) {
        return FormFields.select(
                        "km",
                        "",
                        new Typed(Map.of("km", List.of(String.valueOf(km)))),
                        List.of(
                                new Group(
                                        "",
                                        DISTANCES.stream()
                                                .map(d ->
                                                        new Option(
                                                                String.valueOf(d),
                                                                d + " km",
                                                                false))
                                                .toList())),
                        false)
                .groups();
    }

    private NearPage.Line line(
            Offers.Near near, Commune from, Ways.Roads roads, Map<String, Integer> populations) {
        var offer = near.offer();
        var metres = near.metres();
        var at = offer.availableAt();
        var phone = offer.phone();
        return new NearPage.Line(
                offer.name(),
                offer.organizationName(),
                offer.communeName() == null ? "" : offer.communeName(),
                metres == null
                        ? OfferText.unknownWay()
                        : OfferText.way(
                                roads.km(metres),
                                roads.minutes(
                                        metres,
                                        populations.getOrDefault(from.code(), 0),
                                        populations.getOrDefault(
                                                Objects.requireNonNullElse(offer.communeCode(), ""),
                                                0))),
                OfferText.places(offer),
                OfferText.tone(offer),
                OfferText.said(at, LocalDate.now(clock)),
                at != null && at.isBefore(clock.instant().minus(STALE)),
                OfferText.detail(offer),
                phone,
                phone == null ? null : PhoneNumber.written(phone),
                offer.mssante());
    }

    private Map<String, Integer> populations(Commune from, List<Offers.Near> found) {
        var codes =
                found.stream()
                        .map(n -> n.offer().communeCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        codes.add(from.code());
        var known = new LinkedHashMap<String, Integer>();
        sql.sql(
                        "select code, coalesce(population, 0) as population from territory.commune where code in (:codes)")
                .param("codes", codes)
                .query((row, _) -> known.put(row.getString("code"), row.getInt("population")))
                .list();
        return known;
    }

    private List<NearPage.Others> professionals(
            Commune from, String profession, int km, Ways.Roads roads) {
        record Found(String commune, int population, int here, int metres, int people) {}
        return sql
                .sql(
                        """
                        select c.name as commune, coalesce(c.population, 0) as population, coalesce(h.population, 0) as here, d.metres, a.people
                          from territory.commune h
                          join territory.commune c on c.latitude between h.latitude - :km / 111.0 and h.latitude + :km / 111.0
                               and c.longitude between h.longitude - :km / 60.0 and h.longitude + :km / 60.0
                          cross join lateral (select territory.metres(h.latitude, h.longitude, c.latitude, c.longitude) as metres) d
                          cross join lateral (select count(distinct x.pp_id)::int as people from directory.activity x where x.commune_code = c.code and x.profession = :profession) a
                         where h.code = :from and d.metres <= :km * 1000 and a.people > 0 order by d.metres, c.name collate "fr-x-icu" limit 12
                        """)
                .param("from", from.code())
                .param("profession", profession)
                .param("km", km)
                .query(org.springframework.jdbc.core.DataClassRowMapper.newInstance(Found.class))
                .stream()
                .map(f ->
                        new NearPage.Others(
                                f.commune(),
                                f.people(),
                                OfferText.way(
                                        roads.km(f.metres()),
                                        roads.minutes(f.metres(), f.here(), f.population()))))
                .toList();
    }

    private String profession(String code) {
        return sql.sql("select label from directory.profession where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    /// Structures of the kinds that answer, whose offer is not among those found.
    private List<NearPage.Structure> structures(
            Commune from, Offers.Need need, int km, List<Offers.Near> found) {
        if (need.kinds().isEmpty()) return List.of();
        var known =
                found.stream()
                        .map(n -> n.offer().organization())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return sql
                .sql(
                        """
                        select o.finess, o.name, o.kind_label, o.commune_name, o.phone from territory.commune h
                          join territory.commune c on c.latitude between h.latitude - :km / 111.0 and h.latitude + :km / 111.0
                               and c.longitude between h.longitude - :km / 60.0 and h.longitude + :km / 60.0
                          join directory.organization o on o.commune_code = c.code and o.kind in (:kinds)
                         where h.code = :from order by power(c.latitude - h.latitude, 2) + power((c.longitude - h.longitude) * 0.63, 2), o.name collate "fr-x-icu" limit 30
                        """)
                .param("from", from.code())
                .param("kinds", need.kinds())
                .param("km", km)
                .query((row, _) ->
                        Map.entry(
                                row.getString("finess"),
                                new NearPage.Structure(
                                        row.getString("name"),
                                        row.getString("kind_label"),
                                        row.getString("commune_name"),
                                        phone(row.getString("phone")))))
                .stream()
                .filter(e -> !known.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static @Nullable String phone(@Nullable String phone) {
        return phone == null ? null : PhoneNumber.written(phone);
    }

    /// Needs of the structure not met here.
    private int waiting(Commune commune, Offers.Need need) {
        return sql.sql(
                        "select count(*) from offer.unmet_need where state = 'OUVERT' and need = :need and commune_code = :commune")
                .param("need", need.code())
                .param("commune", commune.code())
                .query(Integer.class)
                .single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// « mar. 2 juin ».
    String day(LocalDate day) {
        return FrenchDates.shortDay(day, today());
    }
}
