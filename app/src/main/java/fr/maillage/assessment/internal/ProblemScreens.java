package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of problems, in words.
@Component
@Transactional(readOnly = true)
class ProblemScreens {

    private final JdbcClient sql;

    ProblemScreens(JdbcClient sql) {
        this.sql = sql;
    }

    record ProblemRow(
            UUID id,
            @Nullable String code,
            String label,
            String domain,
            @Nullable String severity,
            String status,
            @Nullable String because,
            @Nullable String source,
            boolean urgent,
            @Nullable UUID responseId,
            LocalDate since,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            int version) {}

    ProblemsPage problems(
            PatientId patient,
            Banner banner,
            ProblemsPage.@Nullable Refused refused,
            ProblemsPage.Adding adding) {
        var rows =
                sql.sql(
                                """
                                select id, code, label, domain, severity, status, because, source, urgent, response_id, since, decision, decided_on, decided_by, version
                                from assessment.problem where patient_id = :patient
                                order by urgent desc, case severity when 'SEVERE' then 0 when 'MODEREE' then 1 when 'LEGERE' then 2 else 3 end, since desc, id
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(ProblemRow.class))
                        .list();
        return new ProblemsPage(
                banner,
                patient.toString(),
                problems(rows, Set.of("PROPOSE")),
                problems(rows, Set.of("RETENU")),
                problems(rows, Set.of("ECARTE", "RESOLU")),
                AssessmentText.DOMAINS.entrySet().stream()
                        .map(e -> new ProblemsPage.Choice(e.getKey(), e.getValue()))
                        .toList(),
                AssessmentText.SEVERITIES.entrySet().stream()
                        .map(e -> new ProblemsPage.Choice(e.getKey(), e.getValue()))
                        .toList(),
                refused,
                adding);
    }

    private List<ProblemsPage.Problem> problems(List<ProblemRow> rows, Set<String> statuses) {
        return rows.stream()
                .filter(p -> statuses.contains(p.status()))
                .map(p ->
                        new ProblemsPage.Problem(
                                p.id().toString(),
                                p.label(),
                                AssessmentText.DOMAINS.getOrDefault(p.domain(), p.domain()),
                                p.severity(),
                                p.severity() == null
                                        ? null
                                        : AssessmentText.SEVERITIES.get(p.severity()),
                                p.because(),
                                p.source(),
                                p.source() != null && p.source().startsWith("proposition Maillage"),
                                p.urgent(),
                                FrenchDates.date(p.since()),
                                p.status().equals("PROPOSE")
                                        ? null
                                        : AssessmentText.decision(
                                                p.status(),
                                                p.decidedBy(),
                                                p.decidedOn(),
                                                p.decision()),
                                earlier(rows, p),
                                p.responseId() == null ? null : p.responseId().toString(),
                                p.version()))
                .toList();
    }

    /// What was decided the last time the same rule proposed it.
    private static @Nullable String earlier(List<ProblemRow> rows, ProblemRow problem) {
        if (!problem.status().equals("PROPOSE") || problem.code() == null) return null;
        return rows.stream()
                .filter(p ->
                        problem.code().equals(p.code())
                                && (p.status().equals("ECARTE") || p.status().equals("RESOLU")))
                .map(p ->
                        AssessmentText.decision(
                                p.status(), p.decidedBy(), p.decidedOn(), p.decision()))
                .findFirst()
                .orElse(null);
    }
}
