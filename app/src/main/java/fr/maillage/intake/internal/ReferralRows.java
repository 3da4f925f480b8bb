package fr.maillage.intake.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads requests, inside the caller's transaction.
@Repository
class ReferralRows {

    private static final String ROW =
            """
            select r.*, p.display_name, p.birth_date, p.commune_name, p.mt_state, p.mt_name, p.mt_phone, p.mt_rpps,
                   coalesce(p.mt_told, true) as mt_told,
                   a.proposed_level, a.retained_level, a.proposed_because, a.need_validated_on, a.subsidiarity,
                   u.opened_at, u.ended_at, u.due24, u.done24_at, u.due48, u.done48_at
            from intake.referral r
            left join patient.identity p on p.network_id = r.network_id and p.id = r.patient_id
            left join intake.analysis a on a.network_id = r.network_id and a.referral_id = r.id
            left join intake.urgency u on u.network_id = r.network_id and u.referral_id = r.id
            """;

    private final JdbcClient sql;

    ReferralRows(JdbcClient sql) {
        this.sql = sql;
    }

    /// Throws `NotFound`.
    ReferralRow get(UUID id) {
        return sql.sql(ROW + " where r.id = :id")
                .param("id", id)
                .query(ReferralRow::of)
                .optional()
                .orElseThrow(() -> new NotFound("demande", id));
    }

    /// Latest first.
    List<ReferralRow> about(PatientId patient) {
        return sql.sql(
                        ROW
                                + " where r.patient_id = :patient order by r.received_at desc, r.id desc")
                .param("patient", patient.value())
                .query(ReferralRow::of)
                .list();
    }

    /// What waits, what runs as an urgency, and what was answered since; oldest first, the answered
    /// latest first.
    List<ReferralRow> board(Instant answeredSince) {
        return sql.sql(
                        ROW
                                + """
                                 where r.status in ('A_ANALYSER', 'EN_ATTENTE') or (u.opened_at is not null and u.ended_at is null)
                                    or r.decided_at >= :since
                                 order by coalesce(r.decided_at, r.received_at) desc, r.id
                                """)
                .param("since", Timestamp.from(answeredSince))
                .query(ReferralRow::of)
                .list();
    }

    /// About somebody, and answered otherwise than by a support: by reason, latest first.
    List<ReferralRow> notIncluded(Instant since) {
        return sql.sql(
                        ROW
                                + """
                                 where r.patient_id is not null and r.status in ('CONSEIL', 'ORIENTEE', 'SANS_SUITE') and r.decided_at >= :since
                                 order by r.decided_at desc, r.id
                                """)
                .param("since", Timestamp.from(since))
                .query(ReferralRow::of)
                .list();
    }
}
