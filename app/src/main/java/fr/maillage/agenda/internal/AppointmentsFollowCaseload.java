package fr.maillage.agenda.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;

/// Appointments to come follow a caseload to its new référents, in the transaction of the act.
@Component
class AppointmentsFollowCaseload {

    private final JdbcClient sql;
    private final Clock clock;

    AppointmentsFollowCaseload(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        sql.sql(
                        """
                        update agenda.appointment a
                           set member_id = coalesce((select p.receiver from unnest(:patients, :receivers) p (patient, receiver) where p.patient = a.patient_id), :rest)
                         where member_id = :from and starts_at > :now and outcome is null
                        """)
                .param("patients", over.patients())
                .param("receivers", over.receivers())
                .param("rest", over.rest())
                .param("from", over.from())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
