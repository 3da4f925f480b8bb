package fr.maillage.assessment.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.PatientId;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlAssessments implements Assessments {

    private final JdbcClient sql;

    SqlAssessments(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Problem> problems(PatientId patient) {
        return sql.sql(
                        """
                        select id, code, label, domain, severity, because, since
                        from assessment.retained_problem where patient_id = :patient
                        order by case severity when 'SEVERE' then 0 when 'MODEREE' then 1 when 'LEGERE' then 2 else 3 end, since, id
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Problem.class))
                .list();
    }

    @Override
    public List<LastScore> scores(PatientId patient) {
        return sql.sql(
                        """
                        select code, label, value, class_label, severity, on_date
                        from assessment.last_score where patient_id = :patient order by label, code
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(LastScore.class))
                .list();
    }
}
