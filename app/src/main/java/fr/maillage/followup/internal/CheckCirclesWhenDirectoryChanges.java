package fr.maillage.followup.internal;

import fr.maillage.directory.DirectoryChanged;
import fr.maillage.kernel.NetworkId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// A professional of somebody's circle who is no longer in the national directory is a task of who
/// follows that person: one for the file, whatever the number of those who left. It is over by
/// itself when all of them are back. Delivered at least once: it may run again without harm.
@Component
class CheckCirclesWhenDirectoryChanges {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckCirclesWhenDirectoryChanges(
            JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /// Each structure looks for itself: one that fails is tried again alone.
    @ApplicationModuleListener
    void on(DirectoryChanged event) {
        sql.sql("select id from network.network order by id")
                .query((row, _) -> new NetworkId(row.getObject("id", UUID.class)))
                .list()
                .forEach(network ->
                        events.publishEvent(new CirclesToCheck(network, event.edition())));
    }

    @ApplicationModuleListener
    void on(CirclesToCheck event) {
        // one edition after the other: what the first said is known to the second
        sql.sql("select pg_advisory_xact_lock(hashtextextended(cast(:network as text), 9))")
                .param("network", event.network().value())
                .query((_, _) -> 0)
                .list();
        back();
        left(event.edition());
    }

    private void back() {
        sql.sql(
                        """
                        with back as (
                          update followup.departed d set back_at = :now
                           where d.back_at is null and exists (select 1 from directory.activity a where a.pp_id = d.rpps)
                          returning d.network_id, d.task_id)
                        update followup.task t set done_at = :now, done_by = :maillage, outcome = :outcome
                         where t.done_at is null and (t.network_id, t.id) in (select b.network_id, b.task_id from back b)
                           and not exists (select 1 from followup.departed d where d.network_id = t.network_id and d.task_id = t.id and d.back_at is null
                                              and not exists (select 1 from directory.activity a where a.pp_id = d.rpps))
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("maillage", TaskService.NOBODY)
                .param("outcome", FollowUpText.BACK_IN_DIRECTORY)
                .update();
    }

    private void left(UUID edition) {
        sql.sql(
                        """
                        with gone as (
                          select c.network_id, c.patient_id, c.rpps, min(c.name) as name
                            from directory.movement m join casefile.circle c on c.rpps = m.pp_id
                           where m.edition_id = :edition and m.kind = 'PARTI' and (c.until is null or c.until >= :today)
                             and not exists (select 1 from directory.activity a where a.pp_id = c.rpps)
                             and exists (select 1 from casefile.open_support s where s.network_id = c.network_id and s.patient_id = c.patient_id)
                             and not exists (select 1 from followup.departed d
                                               join followup.task t on t.network_id = d.network_id and t.id = d.task_id
                                              where d.network_id = c.network_id and d.rpps = c.rpps and d.back_at is null and t.patient_id = c.patient_id)
                           group by c.network_id, c.patient_id, c.rpps),
                        made as (
                          select uuidv7() as id, network_id, patient_id, string_agg(name, ', ' order by name) as names, array_agg(rpps) as numbers
                            from gone group by network_id, patient_id),
                        tasks as (
                          insert into followup.task (id, patient_id, kind, title, due_on, assigned_to, created_at, created_by)
                          select m.id, m.patient_id, 'TACHE', cast(:before as text) || m.names || :after, :today,
                                 (select s.coordinator_id from casefile.open_support s where s.network_id = m.network_id and s.patient_id = m.patient_id
                                   order by s.opened_on desc limit 1), :now, :maillage
                            from made m)
                        insert into followup.departed (task_id, rpps, edition_id) select m.id, n.rpps, :edition from made m, unnest(m.numbers) n (rpps)
                        """)
                .param("edition", edition)
                .param("today", LocalDate.now(clock))
                .param("before", FollowUpText.LEFT_DIRECTORY)
                .param("after", FollowUpText.LEFT_DIRECTORY_DO)
                .param("now", Timestamp.from(clock.instant()))
                .param("maillage", TaskService.NOBODY)
                .update();
    }
}
