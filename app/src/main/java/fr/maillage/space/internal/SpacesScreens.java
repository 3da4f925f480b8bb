package fr.maillage.space.internal;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.space.internal.SpacesPage.Invitation;
import fr.maillage.space.internal.SpacesPage.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of spaces.
@Component
@Transactional(readOnly = true)
class SpacesScreens {

    private final JdbcClient sql;
    private final Decisions decisions;
    private final Clock clock;

    SpacesScreens(JdbcClient sql, Decisions decisions, Clock clock) {
        this.sql = sql;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// A space with whether it is closed and whether who looks is in it.
    private record Known(boolean closed, boolean inside, Line line) {}

    SpacesPage page() {
        var today = LocalDate.now(clock);
        var keeps = Spaces.keeps();
        var all =
                sql.sql(
                                """
                                select s.id, s.kind, s.title, s.host_name, s.closed_on, t.label as theme, z.label as zone, s.id in (select space.mine()) as inside,
                                       coalesce(p.members, 0) as members, l.last_at, coalesce(n.news, 0) as news,
                                       (select min(g.held_on) from registry.group_meeting g where g.body_id = s.body_id and g.held_on >= :today) as next
                                from space.space s left join network.theme t on t.code = s.theme_code left join territory.zone z on z.code = s.zone_code
                                left join (select space_id, count(*) as members from space.party where joined_at is not null and ended_at is null group by 1) p on p.space_id = s.id
                                left join (select space_id, max(last_at) as last_at from space.discussion group by 1) l on l.space_id = s.id
                                left join (select space_id, count(*) as news from space.news where coalesce(ends_on >= :today, true) group by 1) n on n.space_id = s.id
                                where s.id in (select space.mine())
                                   or :keeps and s.id in (select q.space_id from space.party q where q.joined_at is not null and q.ended_at is null and space.own(q.network_id, q.region_code))
                                order by s.closed_on is not null, coalesce(n.news, 0) = 0, l.last_at desc nulls last, s.title collate "fr-x-icu", s.id
                                """)
                        .param("today", today)
                        .param("keeps", keeps)
                        .query((row, _) ->
                                new Known(
                                        row.getObject("closed_on") != null,
                                        row.getBoolean("inside"),
                                        line(row, today)))
                        .list();
        return new SpacesPage(
                keeps ? invitations() : List.of(),
                all.stream().filter(k -> !k.inside()).map(Known::line).toList(),
                all.stream().filter(k -> k.inside() && !k.closed()).map(Known::line).toList(),
                all.stream().filter(k -> k.inside() && k.closed()).map(Known::line).toList(),
                decisions.mine(),
                keeps);
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        var last = row.getTimestamp("last_at");
        var next = row.getObject("next", LocalDate.class);
        var theme = row.getString("theme");
        var inside = row.getBoolean("inside");
        return new Line(
                "/espaces/" + row.getString("id") + (inside ? "" : "/membres"),
                row.getString("title"),
                SpaceText.KINDS.getOrDefault(row.getString("kind"), ""),
                theme == null ? requireNonNullElse(row.getString("zone"), "") : theme,
                row.getString("host_name"),
                inside ? SpaceText.members(row.getInt("members")) : "",
                last == null
                        ? ""
                        : SpaceText.lastSaid(FrenchDates.relative(last.toInstant(), today)),
                next == null ? "" : SpaceText.next(next, today),
                SpaceText.news(row.getInt("news")));
    }

    private List<Invitation> invitations() {
        return sql.sql(
                        """
                        select s.id, s.title, s.kind, s.purpose, p.invited_by, p.invited_at from space.party p join space.space s on s.id = p.space_id
                        where p.joined_at is null and p.ended_at is null and space.own(p.network_id, p.region_code) order by p.invited_at desc, p.id
                        """)
                .query((row, _) ->
                        new Invitation(
                                "/espaces/" + row.getString("id") + "/membres",
                                row.getString("title"),
                                SpaceText.KINDS.getOrDefault(row.getString("kind"), ""),
                                row.getString("invited_by"),
                                row.getString("purpose"),
                                FrenchDates.relative(
                                        row.getTimestamp("invited_at").toInstant(),
                                        LocalDate.now(clock))))
                .list();
    }
}
