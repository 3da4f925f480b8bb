package fr.maillage.careplan.internal;

import fr.maillage.patient.PersonalRecords;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about persons. One file has one plan in force and one in preparation:
/// those of the accompaniment that goes on. The others are closed, word for word as they were.
@Component
class CarePlanRecords implements PersonalRecords {

    private static final String PPS = "careplan.pps";

    private final JdbcClient sql;
    private final Clock clock;

    CarePlanRecords(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(PPS, "Plans", "'v' || t.number", "t.created_at"),
                Records.following("careplan.intervention", "pps_id", "Interventions", "t.pps_id"),
                Records.of(
                        "careplan.remark",
                        "Commentaires sur le plan",
                        "'de ' || t.author_name",
                        "t.at"),
                Records.of(
                        "careplan.suggestion",
                        "Propositions sur le plan",
                        "'de ' || t.author_name",
                        "t.at"),
                Records.of(
                        "careplan.programme",
                        "Programmes d’éducation thérapeutique",
                        "'proposé le ' || to_char(t.proposed_on, 'DD/MM/YYYY')",
                        "t.created_at"),
                Records.following(
                        "careplan.enrolment",
                        "programme_id",
                        "Inscriptions aux séances",
                        "t.programme_id"));
    }

    @Override
    public List<Clash> clashes(Pair pair) {
        var living =
                sql.sql(
                                """
                                select count(distinct patient_id) filter (where status = 'EN_VIGUEUR') as in_force,
                                       count(distinct patient_id) filter (where status in ('BROUILLON', 'SOUMIS')) as drafts
                                from careplan.pps where patient_id in (:survivor, :absorbed)
                                """)
                        .param("survivor", pair.survivor().value())
                        .param("absorbed", pair.absorbed().value())
                        .query((row, _) -> row.getInt("in_force") > 1 || row.getInt("drafts") > 1)
                        .single();
        return living
                ? List.of(new Clash(PpsText.TWO_PLANS, PpsText.TWO_PLANS_DONE, false))
                : List.of();
    }

    @Override
    public void putAside(Joining joining) {
        var twice =
                sql.sql(
                                """
                                select b.id from careplan.pps b join careplan.pps a on a.network_id = b.network_id
                                   and (a.status = 'EN_VIGUEUR' and b.status = 'EN_VIGUEUR' or a.status in ('BROUILLON', 'SOUMIS') and b.status in ('BROUILLON', 'SOUMIS'))
                                where a.patient_id = :goesOn and b.patient_id = :stops
                                """)
                        .param("goesOn", joining.goesOn().value())
                        .param("stops", joining.stops().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.change(
                PPS,
                "id",
                twice,
                Map.of("status", "CLOS", "closed_at", clock.instant().toString()));
    }
}
