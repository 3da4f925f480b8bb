package fr.maillage.followup.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/// Open tasks and alerts follow a caseload to its new référents, in the transaction of the act.
@Component
class TasksFollowCaseload {

    private final JdbcClient sql;

    TasksFollowCaseload(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        for (var part : over.parts()) {
            sql.sql(
                            "update followup.task set assigned_to = :to where assigned_to = :from"
                                    + " and patient_id = :patient and done_at is null")
                    .param("to", part.to())
                    .param("from", over.from())
                    .param("patient", part.patient())
                    .update();
            sql.sql(
                            "update followup.alert set coordinator_id = :to where coordinator_id ="
                                    + " :from and patient_id = :patient and status in"
                                    + " ('OUVERTE','EN_PAUSE')")
                    .param("to", part.to())
                    .param("from", over.from())
                    .param("patient", part.patient())
                    .update();
        }
        rest(over.from(), over.rest());
    }

    private void rest(UUID from, UUID to) {
        sql.sql(
                        "update followup.task set assigned_to = :to where assigned_to = :from and"
                                + " done_at is null")
                .param("to", to)
                .param("from", from)
                .update();
        sql.sql(
                        "update followup.alert set coordinator_id = :to where coordinator_id ="
                                + " :from and status in ('OUVERTE','EN_PAUSE')")
                .param("to", to)
                .param("from", from)
                .update();
    }
}
