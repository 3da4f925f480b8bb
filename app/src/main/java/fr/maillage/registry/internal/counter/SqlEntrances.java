package fr.maillage.registry.internal.counter;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.Entrances;
import fr.maillage.registry.internal.counter.Candidate.Area;
import fr.maillage.registry.internal.counter.Candidate.Size;
import fr.maillage.registry.internal.counter.Candidate.Theme;
import fr.maillage.registry.internal.counter.CounterRule.Place;
import fr.maillage.registry.internal.counter.OpeningHours.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the structures that answer people, whole: a region has a few hundred. The same five
/// statements for one question and for a board of them.
@Component
@Transactional(readOnly = true)
class SqlEntrances implements Entrances {

    private final JdbcClient sql;
    private final Clock clock;

    SqlEntrances(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Answer> to(List<Ask> asks) {
        if (asks.isEmpty()) return List.of();
        var now = LocalDateTime.ofInstant(clock.instant(), FrenchDates.PARIS);
        var places = places(asks.stream().map(Ask::communeCode).distinct().toList());
        var candidates = candidates(now.toLocalDate());
        return asks.stream()
                .map(ask -> {
                    var place = places.get(ask.communeCode());
                    return place == null
                            ? Answer.NONE
                            : CounterRule.answer(place, ask, candidates, now);
                })
                .toList();
    }

    @Override
    public boolean answers(UUID owner) {
        return sql.sql(
                        """
                        select exists (select 1 from registry.structure where owner_id = :owner and entrance and registry.follows_people(id) and (opened_on is null or :day >= opened_on)
                               and (closed_on is null or :day <= closed_on)) as answers
                        """)
                .param("owner", owner)
                .param("day", LocalDate.now(clock))
                .query((row, _) -> row.getBoolean("answers"))
                .single();
    }

    private Map<String, Place> places(Collection<String> codes) {
        var places = new HashMap<String, Place>();
        sql.sql(
                        """
                        with recursive up (commune, code, parent_code) as (
                          select c.code, z.code, z.parent_code from territory.commune c join territory.zone z on z.code = c.zone_code where c.code = any (:codes)
                          union select up.commune, z.code, z.parent_code from up join territory.zone z on z.code = up.parent_code)
                        select c.code, c.name, c.latitude, c.longitude, array(select up.code from up where up.commune = c.code) as zones
                        from territory.commune c where c.code = any (:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) ->
                        new Place(
                                row.getString("code"),
                                row.getString("name"),
                                Set.of((String[]) row.getArray("zones").getArray()),
                                row.getObject("latitude") == null
                                        ? null
                                        : row.getDouble("latitude"),
                                row.getObject("longitude") == null
                                        ? null
                                        : row.getDouble("longitude")))
                .list()
                .forEach(place -> places.put(place.code(), place));
        return places;
    }

    private List<Candidate> candidates(LocalDate day) {
        var themes = themes(day);
        var areas = areas(day);
        var hours = hours();
        return sql.sql(
                        """
                        select s.id, s.owner_id, s.name, s.type_code, coalesce(t.acronym, t.label) as type, t.rank, s.phone, s.email, s.address, s.commune_code,
                               c.name as commune, s.does, s.hours_note, s.any_theme, c.latitude, c.longitude
                        from registry.structure s join registry.structure_type t on t.code = s.type_code left join territory.commune c on c.code = s.commune_code
                        where s.entrance and registry.follows_people(s.id) and (s.opened_on is null or :day >= s.opened_on) and (s.closed_on is null or :day <= s.closed_on)
                        """)
                .param("day", day)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return candidate(
                            row,
                            themes.getOrDefault(id, List.of()),
                            areas.getOrDefault(id, List.of()),
                            new OpeningHours(hours.getOrDefault(id, List.of())));
                })
                .list();
    }

    private static Candidate candidate(
            ResultSet row, List<Theme> themes, List<Area> areas, OpeningHours hours)
            throws SQLException {
        var address = row.getString("address");
        var commune = row.getString("commune");
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("name"),
                row.getString("type_code"),
                row.getString("type"),
                row.getInt("rank"),
                row.getString("phone"),
                row.getString("email"),
                address == null ? commune : commune == null ? address : address + ", " + commune,
                row.getString("does"),
                row.getString("hours_note"),
                row.getBoolean("any_theme"),
                CounterRule.departmentOf(row.getString("commune_code")),
                row.getObject("latitude") == null ? null : row.getDouble("latitude"),
                row.getObject("longitude") == null ? null : row.getDouble("longitude"),
                themes,
                areas,
                hours);
    }

    private Map<UUID, List<Theme>> themes(LocalDate day) {
        var found = new HashMap<UUID, List<Theme>>();
        sql.sql(
                        """
                        select s.structure_id, s.theme_code, t.label, s.age_from, s.age_to, s.priority from registry.structure_theme s join network.theme t on t.code = s.theme_code
                        where :day >= s.since and (s.until is null or :day <= s.until) order by t.rank
                        """)
                .param("day", day)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("structure_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Theme(
                                                row.getString("theme_code"),
                                                row.getString("label"),
                                                row.getObject("age_from", Integer.class),
                                                row.getObject("age_to", Integer.class),
                                                row.getString("priority"))))
                .list();
        return found;
    }

    private Map<UUID, List<Area>> areas(LocalDate day) {
        var found = new HashMap<UUID, List<Area>>();
        sql.sql(
                        """
                        select a.structure_id, a.theme_code, coalesce(a.zone_code, a.commune_code) as code, coalesce(z.label, c.name) as label, z.kind, a.status, a.since
                        from registry.declared_area a left join territory.zone z on z.code = a.zone_code left join territory.commune c on c.code = a.commune_code
                        where a.status <> 'ILLISIBLE' and :day >= a.since and (a.until is null or :day <= a.until)
                        """)
                .param("day", day)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("structure_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Area(
                                                row.getString("theme_code"),
                                                row.getString("code"),
                                                Objects.requireNonNullElse(
                                                        row.getString("label"),
                                                        row.getString("code")),
                                                size(row.getString("kind")),
                                                row.getString("status").equals("EMERGENT"),
                                                row.getObject("since", LocalDate.class))))
                .list();
        return found;
    }

    private static Size size(@Nullable String kind) {
        return switch (kind) {
            case null -> Size.COMMUNE;
            case "REGION" -> Size.REGION;
            case "ZONE", "SECTEUR", "QUARTIER" -> Size.ZONE;
            default -> Size.TERRITOIRE;
        };
    }

    private Map<UUID, List<Stretch>> hours() {
        var found = new HashMap<UUID, List<Stretch>>();
        sql.sql("select structure_id, weekday, from_time, to_time from registry.opening")
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("structure_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Stretch(
                                                DayOfWeek.of(row.getInt("weekday")),
                                                row.getObject("from_time", LocalTime.class),
                                                row.getObject("to_time", LocalTime.class))))
                .list();
        return found;
    }
}
