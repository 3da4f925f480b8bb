package fr.maillage.network.internal.team;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.network.Networks;
import fr.maillage.network.internal.Members;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Leave and sectors of the team.
@Component
@Transactional(readOnly = true)
class TeamScreens {

    private static final int PAST_DAYS = 180;

    /// Communes of every zone the structure works in (that of its seat, those of its sectors), with
    /// the coordinators who cover each.
    private static final String COVER =
            """
            with present as (
              select m.id, array(select distinct x from network.assigned a cross join lateral unnest(a.sectors) x
                                  where a.network_id = m.network_id and a.member_id = m.id and :today between a.since and coalesce(a.until, 'infinity')) as sectors,
                     m.given_name || ' ' || upper(m.family_name) as name, m.function, m.family_name, m.given_name
                from network.team_member m
               where m.since <= :today and (m.until is null or m.until >= :today)
                 and m.function in ('COORDINATOR', 'PROXIMITY_NURSE', 'SOCIAL_WORKER', 'DOCTOR')),
            worked as (
              select z.code, z.label, z.rank, z.parent_code from territory.zone z
               where z.kind = 'ZONE' and (exists (select 1 from present p where p.sectors && array[z.code, z.parent_code])
                  or exists (select 1 from territory.commune c where c.zone_code = z.code
                              and (exists (select 1 from present p where c.code = any (p.sectors))
                                or exists (select 1 from network.network n where n.id = platform.acting() and n.commune_code = c.code))))),
            communes as (
              select c.code, c.name, w.label as zone, w.rank, array[c.code, w.code, w.parent_code] as within
                from territory.commune c join worked w on w.code = c.zone_code)
            """;

    private final JdbcClient sql;
    private final Networks networks;
    private final Clock clock;

    TeamScreens(JdbcClient sql, Networks networks, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.clock = clock;
    }

    AbsencesPage absences(Sent form) {
        var today = LocalDate.now(clock);
        record Row(AbsencesPage.Line line, LocalDate since, LocalDate until) {}
        var rows =
                sql.sql(
                                """
                                select a.id, a.member_name, a.since, a.until, b.reason, r.given_name || ' ' || upper(r.family_name) as replacement
                                  from network.replacement a join network.absence b on b.network_id = a.network_id and b.id = a.id
                                  join network.team_member r on r.network_id = a.network_id and r.id = a.replacement_id
                                 where a.until >= :from order by a.since, a.id limit 500
                                """)
                        .param("from", today.minusDays(PAST_DAYS))
                        .query((row, _) ->
                                new Row(
                                        line(row, today),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class)))
                        .list();
        var team = new LinkedHashMap<String, String>();
        networks.team(today).forEach(m -> team.put(m.id().toString(), m.name()));
        var reasons = new LinkedHashMap<String, String>();
        Arrays.stream(Absence.Reason.values()).forEach(r -> reasons.put(r.name(), r.label()));
        return new AbsencesPage(
                form,
                team,
                reasons,
                rows.stream()
                        .filter(r -> !r.since().isAfter(today) && !r.until().isBefore(today))
                        .map(Row::line)
                        .toList(),
                rows.stream().filter(r -> r.since().isAfter(today)).map(Row::line).toList(),
                rows.reversed().stream()
                        .filter(r -> r.until().isBefore(today))
                        .map(Row::line)
                        .toList());
    }

    /// Where one member works, worked and will work. Throws `NotFound`.
    PostingsPage postings(UUID member, Sent form) {
        var today = LocalDate.now(clock);
        record Row(PostingsPage.Line line, boolean over) {}
        var rows =
                sql.sql(
                                """
                                select a.id, a.since, a.until, coalesce(u.name, '–') as unit, a.until < :today as over,
                                       coalesce((select string_agg(coalesce(z.label, c.name, s.code), ', ' order by s.rank) from unnest(a.sectors) with ordinality s(code, rank)
                                          left join territory.zone z on z.code = s.code left join territory.commune c on c.code = s.code), '') as sectors
                                  from network.assigned a left join network.unit u on u.network_id = a.network_id and u.id = a.unit_id
                                 where a.member_id = :member and (a.unit_id is not null or a.sectors <> '{}')
                                 order by a.main desc, a.since desc, a.id limit 200
                                """)
                        .param("member", member)
                        .param("today", today)
                        .query((row, _) -> {
                            var id = row.getString("id");
                            var over = row.getBoolean("over");
                            return new Row(
                                    new PostingsPage.Line(
                                            row.getString("unit"),
                                            row.getString("sectors"),
                                            TeamText.days(
                                                    row.getObject("since", LocalDate.class),
                                                    row.getObject("until", LocalDate.class)),
                                            over || id == null
                                                    ? null
                                                    : "/reglages/equipe/"
                                                            + member
                                                            + "/affectations/"
                                                            + id
                                                            + "/fin"),
                                    over);
                        })
                        .list();
        var units = new LinkedHashMap<String, String>();
        networks.units().forEach(u -> units.put(u.id().toString(), u.name()));
        return new PostingsPage(
                member.toString(),
                networks.member(member).name(),
                form,
                units,
                rows.stream().filter(r -> !r.over()).map(Row::line).toList(),
                rows.stream().filter(Row::over).map(Row::line).toList());
    }

    private static AbsencesPage.Line line(ResultSet row, LocalDate today) throws SQLException {
        return new AbsencesPage.Line(
                row.getString("id"),
                row.getString("member_name"),
                row.getString("replacement"),
                Absence.Reason.valueOf(row.getString("reason")).label(),
                FrenchDates.period(
                        new Period(
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class)),
                        today));
    }

    SectorsPage sectors() {
        var today = LocalDate.now(clock);
        var uncovered = new LinkedHashMap<String, List<String>>();
        sql.sql(
                        COVER
                                + """
                                select c.zone, c.name from communes c
                                 where not exists (select 1 from present p where p.sectors && c.within)
                                 order by c.rank, c.name collate "fr-x-icu"
                                """)
                .param("today", today)
                .query((row, _) ->
                        uncovered
                                .computeIfAbsent(row.getString("zone"), _ -> new ArrayList<>())
                                .add(row.getString("name")))
                .list();
        var total = new int[1];
        var lines =
                sql.sql(
                                COVER
                                        + """
                                        select p.id, p.name, p.function, (select count(*) from communes) as total,
                                               (select count(*) from communes c where p.sectors && c.within) as covered,
                                               coalesce((select string_agg(coalesce(z.label, t.name, s.code), ', ' order by s.rank)
                                                  from unnest(p.sectors) with ordinality s(code, rank)
                                                  left join territory.zone z on z.code = s.code left join territory.commune t on t.code = s.code), '') as sectors
                                          from present p order by p.family_name collate "fr-x-icu", p.given_name collate "fr-x-icu"
                                        """)
                        .param("today", today)
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            return new SectorsPage.Line(
                                    row.getString("id"),
                                    row.getString("name"),
                                    Members.FUNCTIONS.getOrDefault(row.getString("function"), ""),
                                    row.getString("sectors"),
                                    row.getInt("covered"));
                        })
                        .list();
        return new SectorsPage(
                total[0],
                uncovered.entrySet().stream()
                        .map((Map.Entry<String, List<String>> e) ->
                                new SectorsPage.Zone(e.getKey(), e.getValue()))
                        .toList(),
                lines);
    }
}
