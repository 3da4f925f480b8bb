package fr.maillage.registry.internal.governance;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.governance.Bodies.Body;
import fr.maillage.registry.internal.governance.OverviewPage.Line;
import fr.maillage.registry.internal.governance.OverviewPage.Meeting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The governance of the structures of who is signed in, or of a region.
@Component
@Transactional(readOnly = true)
class GovernanceScreens {

    private final JdbcClient sql;
    private final Bodies bodies;
    private final Clock clock;

    GovernanceScreens(JdbcClient sql, Bodies bodies, Clock clock) {
        this.sql = sql;
        this.bodies = bodies;
        this.clock = clock;
    }

    OverviewPage page() {
        var scope = Scope.current();
        var today = LocalDate.now(clock);
        return new OverviewPage(
                scope.region(),
                tasks(scope, today),
                meetings(
                        scope,
                        """
                        select m.id, m.structure_id, m.held_on, m.subject, b.name as body, s.name as of from registry.body_meeting m join registry.body b on b.id = m.body_id
                        join registry.structure s on s.id = m.structure_id
                        where (s.owner_id = any (:own) or s.region_code = any (:regions) or :all) and m.held_on >= :today order by m.held_on, m.id limit 50
                        """,
                        today),
                meetings(
                        scope,
                        """
                        select m.id, m.structure_id, m.held_on, m.subject, b.name as body, s.name as of from registry.body_meeting m join registry.body b on b.id = m.body_id
                        join registry.structure s on s.id = m.structure_id
                        where (s.owner_id = any (:own) or s.region_code = any (:regions) and m.minutes_audience <> 'INTERNE' or :all and m.minutes_audience <> 'INTERNE')
                          and m.held_on < :today and m.held_on > :today - interval '1 year'
                          and not exists (select 1 from registry.file f where f.meeting_id = m.id and f.withdrawn_at is null)
                        order by m.held_on desc, m.id limit 50
                        """,
                        today),
                incomplete(scope, today));
    }

    private List<Line> tasks(Scope scope, LocalDate today) {
        return scope.bind(
                        sql.sql(
                                """
                                select t.*, s.name as of from (
                                  select d.id, d.structure_id, d.words, d.owner, d.due_on, d.done_on, d.done_words, b.name || ', ' || m.subject as "from", '/reunion/' || m.id as at
                                  from registry.decision d join registry.body_meeting m on m.id = d.meeting_id join registry.body b on b.id = m.body_id
                                  union all select w.id, w.structure_id, w.title, w.owner, w.due_on, w.done_on, w.done_words, 'Veille', '?partie=gouvernance#veille' from registry.watch_item w) t
                                join registry.structure s on s.id = t.structure_id
                                where (s.owner_id = any (:own) or s.region_code = any (:regions) or :all) and t.due_on is not null and t.done_on is null
                                order by t.due_on, t.id limit 200
                                """))
                .query((row, _) ->
                        new Line(
                                row.getString("of"),
                                Tasks.task(
                                        row,
                                        row.getString("from"),
                                        "/registre/"
                                                + row.getString("structure_id")
                                                + row.getString("at"),
                                        null,
                                        today)))
                .list();
    }

    private List<Meeting> meetings(Scope scope, String query, LocalDate today) {
        return scope.bind(sql.sql(query))
                .param("today", today)
                .query((row, _) ->
                        new Meeting(
                                "/registre/"
                                        + row.getString("structure_id")
                                        + "/reunion/"
                                        + row.getString("id"),
                                FrenchDates.date(row.getObject("held_on", LocalDate.class)),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("of")))
                .list();
    }

    private List<OverviewPage.Body> incomplete(Scope scope, LocalDate today) {
        var all =
                scope.bind(
                                sql.sql(
                                        """
                                        select b.id, b.structure_id, s.name as of, s.region_code, b.kind, b.name, b.common from registry.body b join registry.structure s on s.id = b.structure_id
                                        where (s.owner_id = any (:own) or s.region_code = any (:regions) or :all) and b.kind in ('PILOTAGE','SCIENTIFIQUE','CONCERTATION')
                                          and s.provenance <> 'DOCUMENT' and coalesce(b.until >= :today, true) order by s.name collate "fr-x-icu", b.name, b.id limit 300
                                        """))
                        .param("today", today)
                        .query((row, _) ->
                                new Body(
                                        row.getObject("id", UUID.class),
                                        row.getObject("structure_id", UUID.class),
                                        row.getString("of"),
                                        row.getString("region_code"),
                                        row.getString("kind"),
                                        row.getString("name"),
                                        row.getBoolean("common")))
                        .list();
        return bodies.compare(all).stream()
                .filter(c -> !c.missing().isEmpty())
                .map(c ->
                        new OverviewPage.Body(
                                "/registre/" + c.body().structure() + "/instance/" + c.body().id(),
                                c.body().name(),
                                c.body().structureName(),
                                c.missing()))
                .toList();
    }
}
