package fr.maillage.agenda.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

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
        for (var part : over.parts()) move(over.from(), part.to(), part.patient());
        move(over.from(), over.rest(), null);
    }

    private void move(UUID from, UUID to, @Nullable UUID patient) {
        sql.sql(
                        """
                        update agenda.appointment set member_id = :to
                         where member_id = :from and starts_at > :now and outcome is null
                           and (cast(:patient as uuid) is null or patient_id = cast(:patient as uuid))
                        """)
                .param("to", to)
                .param("from", from)
                .param("now", Timestamp.from(clock.instant()))
                .param("patient", patient == null ? null : patient.toString())
                .update();
    }
}
