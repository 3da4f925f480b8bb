package fr.maillage.territory.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.territory.internal.TerritoryPages.CommunePage;
import fr.maillage.territory.internal.TerritoryPages.Stood;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A commune: the zones it stood in, its populations, its former codes.
@Component
@Transactional(readOnly = true)
class CommuneScreens {

    private final JdbcClient sql;
    private final TerritoryScreens screens;
    private final Clock clock;

    CommuneScreens(JdbcClient sql, TerritoryScreens screens, Clock clock) {
        this.sql = sql;
        this.screens = screens;
        this.clock = clock;
    }

    private record Known(String code, String name, String place, boolean shape) {}

    /// Throws `NotFound`; a former code leads to the commune of today.
    CommunePage commune(String typed) {
        var commune =
                sql.sql(
                                """
                                select c.code, c.name, c.postcodes, c.arrondissement, exists (select 1 from territory.shape s where s.commune_code = c.code) as shape
                                  from territory.commune c
                                 where c.code = coalesce((select o.code from territory.commune o where o.code = :typed), (select f.code from territory.commune_former f where f.old_code = :typed))
                                """)
                        .param("typed", typed)
                        .query((row, _) ->
                                new Known(
                                        row.getString("code"),
                                        row.getString("name"),
                                        place(
                                                (String[]) row.getArray("postcodes").getArray(),
                                                row.getString("arrondissement")),
                                        row.getBoolean("shape")))
                        .optional()
                        .orElseThrow(() -> new NotFound("commune", null));
        var regions = new ArrayList<String>();
        var zones =
                sql.sql(
                                """
                                select m.valid_from, m.valid_to, z.label, z.code, d.label as division, d.region_code, d.main and :today between m.valid_from and coalesce(m.valid_to, 'infinity') as now from territory.commune_zone m
                                  join territory.zone z on z.code = m.zone_code join territory.division d on d.code = m.division_code
                                 where m.commune_code = :code order by m.valid_from desc
                                """)
                        .param("code", commune.code())
                        .param("today", LocalDate.now(clock))
                        .query((row, _) -> {
                            if (row.getBoolean("now")) regions.add(row.getString("region_code"));
                            var from = row.getObject("valid_from", LocalDate.class);
                            var to = row.getObject("valid_to", LocalDate.class);
                            return new Stood(
                                    "/territoires/zones/"
                                            + row.getString("code")
                                            + "?au="
                                            + within(from, to),
                                    TerritoryText.period(from, to),
                                    row.getString("label")
                                            + " ("
                                            + row.getString("code")
                                            + "), "
                                            + row.getString("division"));
                        })
                        .list();
        var former =
                sql.sql(
                                "select old_code from territory.commune_former where code = :code order by 1")
                        .param("code", commune.code())
                        .query((row, _) -> row.getString("old_code"))
                        .list();
        return new CommunePage(
                commune.code(),
                commune.name(),
                commune.place(),
                zones,
                screens.years(List.of(commune.code())),
                former,
                commune.shape() ? TerritoryText.SHAPE : TerritoryText.CELLS,
                regions.stream()
                        .filter(CommuneScreens::readsCoverage)
                        .findFirst()
                        .map(region ->
                                "/couverture/communes/" + commune.code() + "?region=" + region)
                        .orElse(null));
    }

    // today when it holds, else its first or its last day
    private LocalDate within(LocalDate from, @Nullable LocalDate to) {
        var today = LocalDate.now(clock);
        if (from.isAfter(today)) return from;
        return to == null || !to.isBefore(today) ? today : to;
    }

    private static boolean readsCoverage(String region) {
        var who = SignedIn.current();
        return who.role() == Role.NATIONAL
                || who.role() == Role.AGENCY && who.regions().contains(region);
    }

    private static String place(String[] postcodes, @Nullable String arrondissement) {
        return String.join(", ", postcodes)
                + (arrondissement == null ? "" : " · arrondissement de " + arrondissement);
    }
}
