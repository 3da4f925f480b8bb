package fr.maillage.assessment.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about persons, and the problems one file cannot have twice.
@Component
class AssessmentRecords implements PersonalRecords {

    private static final String RESPONSE = "assessment.response";
    private static final String PROBLEM = "assessment.problem";

    private final JdbcClient sql;

    AssessmentRecords(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        RESPONSE,
                        "Évaluations",
                        "'du ' || to_char(t.on_date, 'DD/MM/YYYY')",
                        "t.saved_at"),
                Records.of(
                        "assessment.strengths",
                        "Points d’appui",
                        "'notés le ' || to_char(t.written_at, 'DD/MM/YYYY')",
                        "t.written_at"),
                Records.following("assessment.score", "response_id", "Scores", "t.response_id"),
                new Records(
                        PROBLEM,
                        "id",
                        "patient_id",
                        "Problèmes",
                        "'noté le ' || to_char(t.since, 'DD/MM/YYYY')",
                        "cast(t.since as timestamptz)",
                        "t.response_id"));
    }

    /// A problem both files hold by the same rule is said once; the other is set aside, with why.
    @Override
    public void putAside(Joining joining) {
        var twice =
                sql.sql(
                                """
                                select b.id from assessment.problem b join assessment.problem a on a.network_id = b.network_id and a.code = b.code
                                where a.patient_id = :goesOn and b.patient_id = :stops and a.status in ('PROPOSE', 'RETENU') and b.status in ('PROPOSE', 'RETENU')
                                """)
                        .param("goesOn", joining.goesOn().value())
                        .param("stops", joining.stops().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.change(
                PROBLEM,
                "id",
                twice,
                Map.of(
                        "status",
                        "ECARTE",
                        "decision",
                        AssessmentText.SAID_IN_THE_OTHER_FILE,
                        "decided_on",
                        joining.day().toString()));
    }
}
