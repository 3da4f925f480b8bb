package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.Material.Count;
import fr.maillage.coverage.internal.Material.Publication;
import fr.maillage.registry.DeclaredAreas;
import fr.maillage.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads a year: three statements, whatever the number of themes and communes. The row-level
/// policies decide whose publications are seen.
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
                                select network_id, network_name, as_of from indicators.published_year where year = :year and region_code = :region
                                 order by network_name collate "fr-x-icu", network_id
                                """)
                        .param("year", year)
                        .param("region", scope.region())
                        .query((row, _) ->
                                new Publication(
                                        row.getObject("network_id", UUID.class),
                                        row.getString("network_name"),
                                        row.getObject("as_of", LocalDate.class)))
                        .list();
        var residence = new HashMap<UUID, Map<String, Map<String, Count>>>();
        sql.sql(
                        "select network_id, commune_code, coalesce(theme_code, '') as theme, value, withheld from indicators.published_residence where year = :year")
                .param("year", year)
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
                        "select network_id, theme_code as theme, value, withheld from indicators.published_theme where year = :year")
                .param("year", year)
                .query((row, _) ->
                        totals.computeIfAbsent(
                                        row.getObject("network_id", UUID.class),
                                        _ -> new HashMap<>())
                                .put(row.getString("theme"), count(row)))
                .list();
        var declared =
                areas.at(day).stream()
                        .filter(d -> scope.own() == null || scope.own().equals(d.owner()))
                        .toList();
        return new Material(
                territories.tree(scope.region(), day),
                year,
                day,
                declared,
                publications,
                residence,
                totals);
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getObject("value", Integer.class), row.getBoolean("withheld"));
    }
}
