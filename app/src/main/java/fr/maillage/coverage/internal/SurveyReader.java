package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.Material.Count;
import fr.maillage.coverage.internal.Material.Publication;
import fr.maillage.registry.DeclaredAreas;
import fr.maillage.registry.DeclaredAreas.Declared;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads a year: the same six statements whatever the number of themes, communes and structures.
/// The row-level policies decide whose publications are seen.
@Component
@Transactional(readOnly = true)
class SurveyReader {

    private final JdbcClient sql;
    private final Territories territories;
    private final DeclaredAreas areas;
    private final Clock clock;

    SurveyReader(JdbcClient sql, Territories territories, DeclaredAreas areas, Clock clock) {
        this.sql = sql;
        this.territories = territories;
        this.areas = areas;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Years with a publication, and this one, latest first.
    List<Integer> years(Scope scope) {
        var years = new TreeSet<Integer>(List.of(today().getYear()));
        years.addAll(
                sql.sql(
                                "select distinct year from indicators.published_year where region_code = :region")
                        .param("region", scope.region())
                        .query(Integer.class)
                        .list());
        return List.copyOf(years.descendingSet());
    }

    /// The last day of a year, or today.
    LocalDate day(int year) {
        var today = today();
        return year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
    }

    Material year(Scope scope, int year) {
        var day = day(year);
        var publications =
                sql.sql(
                                """
                                select y.network_id, y.network_name, y.as_of,
                                       exists (select 1 from indicators.published_residence r where r.network_id = y.network_id and r.year = y.year and r.theme_code is null) as by_commune,
                                       exists (select 1 from indicators.published_residence r where r.network_id = y.network_id and r.year = y.year and r.theme_code is not null) as by_theme
                                  from indicators.published_year y where y.year = :year and y.region_code = :region
                                 order by y.network_name collate "fr-x-icu", y.network_id
                                """)
                        .param("year", year)
                        .param("region", scope.region())
                        .query((row, _) ->
                                new Publication(
                                        row.getObject("network_id", UUID.class),
                                        row.getString("network_name"),
                                        row.getObject("as_of", LocalDate.class),
                                        row.getBoolean("by_commune"),
                                        row.getBoolean("by_theme")))
                        .list();
        var networks = publications.stream().map(Publication::network).toArray(UUID[]::new);
        var residence = new HashMap<UUID, Map<String, Map<String, Count>>>();
        sql.sql(
                        """
                        select network_id, commune_code, coalesce(theme_code, '') as theme, value, withheld from indicators.published_residence
                         where year = :year and network_id = any (:networks) and (value is not null or withheld)
                        """)
                .param("year", year)
                .param("networks", networks)
                .query((row, _) ->
                        residence
                                .computeIfAbsent(
                                        row.getObject("network_id", UUID.class),
                                        _ -> new HashMap<>())
                                .computeIfAbsent(row.getString("theme"), _ -> new HashMap<>())
                                .put(row.getString("commune_code"), count(row)))
                .list();
        var totals = new HashMap<UUID, Map<String, Count>>();
        sql.sql(
                        """
                        select network_id, theme_code as theme, value, withheld from indicators.published_theme
                         where year = :year and network_id = any (:networks)
                        """)
                .param("year", year)
                .param("networks", networks)
                .query((row, _) ->
                        totals.computeIfAbsent(
                                        row.getObject("network_id", UUID.class),
                                        _ -> new HashMap<>())
                                .put(row.getString("theme"), count(row)))
                .list();
        var tree = territories.tree(scope.region(), day);
        var declared = declared(scope, tree, day);
        var places = new HashMap<String, List<String>>();
        for (var area : declared) places.computeIfAbsent(place(area), tree::communesOf);
        return new Material(tree, year, day, declared, places, publications, residence, totals);
    }

    /// What structures declare in the region on a day; for a head, what theirs does.
    List<Declared> declared(Scope scope, Tree tree, LocalDate day) {
        return areas.at(day, tree.places()).stream()
                .filter(d -> scope.own() == null || scope.own().equals(d.owner()))
                .toList();
    }

    /// Code of the zone or commune an area is declared on.
    static String place(Declared area) {
        return area.communeCode() != null
                ? area.communeCode()
                : Objects.requireNonNull(area.zoneCode());
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getObject("value", Integer.class), row.getBoolean("withheld"));
    }
}
