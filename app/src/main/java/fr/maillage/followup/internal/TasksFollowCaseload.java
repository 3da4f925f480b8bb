package fr.maillage.followup.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Open tasks and alerts follow a caseload to its new référents, in the transaction of the act.
@Component
class TasksFollowCaseload {

    private final JdbcClient sql;

    TasksFollowCaseload(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        move(
                over,
                """
                update followup.task t
                   set assigned_to = coalesce((select p.receiver from unnest(:patients, :receivers) p (patient, receiver) where p.patient = t.patient_id), :rest)
                 where assigned_to = :from and done_at is null
                """);
        move(
                over,
                """
                update followup.alert a
                   set coordinator_id = coalesce((select p.receiver from unnest(:patients, :receivers) p (patient, receiver) where p.patient = a.patient_id), :rest)
                 where coordinator_id = :from and status in ('OUVERTE', 'EN_PAUSE')
                """);
    }

    private void move(CaseloadHandedOver over, String statement) {
        sql.sql(statement)
                .param("patients", over.patients())
                .param("receivers", over.receivers())
                .param("rest", over.rest())
                .param("from", over.from())
                .update();
    }
}
