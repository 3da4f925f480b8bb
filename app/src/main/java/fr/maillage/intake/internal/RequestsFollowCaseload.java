package fr.maillage.intake.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Requests still open go on with the new référent of the person, or with who receives the rest.
@Component
class RequestsFollowCaseload {

    private final JdbcClient sql;

    RequestsFollowCaseload(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        Map<UUID, UUID> to =
                over.parts().stream()
                        .collect(
                                Collectors.toMap(
                                        CaseloadHandedOver.Part::patient,
                                        CaseloadHandedOver.Part::to,
                                        (first, _) -> first));
        to.forEach((patient, member) ->
                sql.sql(
                                "update intake.referral set assigned_to = :to where assigned_to ="
                                        + " :from and patient_id = :patient and status in"
                                        + " ('A_ANALYSER','EN_ATTENTE')")
                        .param("to", member)
                        .param("from", over.from())
                        .param("patient", patient)
                        .update());
        sql.sql(
                        "update intake.referral set assigned_to = :to where assigned_to = :from and"
                                + " status in ('A_ANALYSER','EN_ATTENTE')")
                .param("to", over.rest())
                .param("from", over.from())
                .update();
    }
}
