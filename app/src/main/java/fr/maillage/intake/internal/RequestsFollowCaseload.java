package fr.maillage.intake.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests still open go on with the new référent of the person, or with who receives the rest.
@Component
class RequestsFollowCaseload {

    private final JdbcClient sql;

    RequestsFollowCaseload(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        sql.sql(
                        """
                        update intake.referral r
                           set assigned_to = coalesce((select p.receiver from unnest(:patients, :receivers) p (patient, receiver) where p.patient = r.patient_id), :rest)
                         where assigned_to = :from and status in ('A_ANALYSER', 'EN_ATTENTE')
                        """)
                .param("patients", over.patients())
                .param("receivers", over.receivers())
                .param("rest", over.rest())
                .param("from", over.from())
                .update();
    }
}
