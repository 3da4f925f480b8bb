package fr.maillage.followup.internal;

import fr.maillage.careplan.PlanDiscussed;
import fr.maillage.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// What waits on the lines of a plan is for its référent to do: one task while comments wait to be
/// read, one while suggestions wait to be decided, each over by itself when nothing waits any more.
/// Their titles say nothing of the lines: whoever sees the task may not read them. Delivered at
/// least once: it may run again without harm.
@Component
class AskWhenPlanIsDiscussed {

    private final JdbcClient sql;
    private final Clock clock;

    AskWhenPlanIsDiscussed(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(PlanDiscussed event) {
        // one at a time for a person: two comments at once are one task
        sql.sql("select pg_advisory_xact_lock(hashtextextended(cast(:patient as text), 8))")
                .param("patient", event.patient().value())
                .query((_, _) -> 0)
                .list();
        ask(event, FollowUpText.READ_COMMENTS, "COMMENTAIRES");
        ask(event, FollowUpText.DECIDE_SUGGESTIONS, "PROPOSITIONS");
    }

    private void ask(PlanDiscussed event, String title, String what) {
        sql.sql(
                        """
                        insert into followup.task (id, patient_id, kind, title, waits_for, due_on, assigned_to, created_at, created_by)
                        select :id, d.patient_id, 'TACHE', :title, :what, :today, s.coordinator_id, :now, :maillage
                          from careplan.discussed d
                          left join casefile.open_support s on s.network_id = d.network_id and s.patient_id = d.patient_id
                         where d.patient_id = :patient and case :what when 'PROPOSITIONS' then d.suggestions else d.remarks end > 0
                           and not exists (select 1 from followup.task t where t.network_id = d.network_id and t.patient_id = d.patient_id
                                              and t.waits_for = :what and t.done_at is null)
                        """)
                .param("id", Ids.next())
                .param("title", title)
                .param("what", what)
                .param("today", LocalDate.now(clock))
                .param("now", Timestamp.from(clock.instant()))
                .param("maillage", TaskService.NOBODY)
                .param("patient", event.patient().value())
                .update();
        sql.sql(
                        """
                        update followup.task t set done_at = :now, done_by = :maillage, outcome = :outcome
                         where t.patient_id = :patient and t.waits_for = :what and t.done_at is null
                           and not exists (select 1 from careplan.discussed d where d.network_id = t.network_id and d.patient_id = t.patient_id
                                              and case :what when 'PROPOSITIONS' then d.suggestions else d.remarks end > 0)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("maillage", TaskService.NOBODY)
                .param("outcome", FollowUpText.TASK_OVER)
                .param("patient", event.patient().value())
                .param("what", what)
                .update();
    }
}
