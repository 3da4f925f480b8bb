package fr.maillage.guidance.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what is known about a person. Reads under the caller's context.
@Component
@Transactional(readOnly = true)
class FactReader {

    private final JdbcClient sql;
    private final Assessments assessments;
    private final Clock clock;

    FactReader(JdbcClient sql, Assessments assessments, Clock clock) {
        this.sql = sql;
        this.assessments = assessments;
        this.clock = clock;
    }

    record File(
            @Nullable LocalDate birthDate,
            @Nullable Boolean livesAlone,
            boolean vulnerable,
            int ald,
            int unplanned,
            int professionals,
            boolean carer,
            boolean evaluated) {}

    record Pathologies(int all, int severe) {}

    record Finding(String code, String label, @Nullable String severity) {}

    /// Empty before any evaluation was completed: nothing is advised from a bare identity.
    Optional<Facts> of(PatientId patient) {
        var today = LocalDate.now(clock);
        var file = file(patient, today);
        if (!file.evaluated()) return Optional.empty();
        var facts = new Facts();
        if (file.birthDate() != null) {
            int age = Period.between(file.birthDate(), today).getYears();
            facts.add("age", age, GuidanceText.age(age));
        }
        if (file.livesAlone() != null)
            facts.add(
                    "vitSeule",
                    file.livesAlone(),
                    file.livesAlone() ? GuidanceText.LIVES_ALONE : null);
        facts.add(
                "vulnerabilite",
                file.vulnerable(),
                file.vulnerable() ? GuidanceText.VULNERABLE : null);
        facts.add("ald", file.ald(), file.ald() > 0 ? GuidanceText.ald(file.ald()) : null);
        facts.add(
                "sejoursNonProgrammes",
                file.unplanned(),
                file.unplanned() > 0 ? GuidanceText.unplanned(file.unplanned()) : null);
        facts.add(
                "intervenants",
                file.professionals(),
                GuidanceText.professionals(file.professionals()));
        facts.add("aidant", file.carer(), file.carer() ? GuidanceText.CARER : null);
        findings(patient, facts);
        // a score is a fact by its code
        for (var score : assessments.scores(patient)) {
            if (Facts.NAMES.contains(score.code()))
                facts.add(score.code(), score.value(), GuidanceText.score(score));
        }
        return Optional.of(facts);
    }

    private File file(PatientId patient, LocalDate today) {
        return sql.sql(
                        """
                        select p.birth_date, p.lives_alone, p.social_vulnerability as vulnerable,
                               (select count(*) from casefile.open_right r where r.patient_id = p.id and r.kind = 'ALD' and r.state = 'ACCORDE')::int as ald,
                               (select count(*) from casefile.hospital_stay s where s.patient_id = p.id and s.kind = 'NON_PROGRAMME' and s.admitted_on > cast(:today as date) - interval '12 months')::int as unplanned,
                               (select count(*) from casefile.circle c where c.patient_id = p.id and c.kind <> 'PROCHE' and (c.until is null or c.until >= :today))::int as professionals,
                               exists (select 1 from casefile.circle c where c.patient_id = p.id and c.role = 'AIDANT_PRINCIPAL' and (c.until is null or c.until >= :today)) as carer,
                               exists (select 1 from assessment.completed e where e.patient_id = p.id) as evaluated
                          from patient.identity p where p.id = :patient
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .query(DataClassRowMapper.newInstance(File.class))
                .single();
    }

    /// Pathologies are those of the plan in force, or, without one, those the evaluation found.
    private void findings(PatientId patient, Facts facts) {
        var findings =
                sql.sql(
                                """
                                select coalesce(code, '') as code, label, severity from assessment.open_finding where patient_id = :patient order by since, label
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(Finding.class))
                        .list();
        facts.known("constats");
        facts.known("constatsSeveres");
        for (var finding : findings) {
            facts.add("constats", finding.code(), finding.label());
            if ("SEVERE".equals(finding.severity()))
                facts.add("constatsSeveres", finding.code(), finding.label());
        }
        var planned =
                sql.sql(
                                """
                                select count(*)::int as all, (count(*) filter (where severity = 'SEVERE'))::int as severe
                                  from careplan.pathology_in_force where patient_id = :patient
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(Pathologies.class))
                        .single();
        var found = found(findings);
        int all = Math.max(planned.all(), found.all());
        int severe = Math.max(planned.severe(), found.severe());
        facts.add("pathologies", all, GuidanceText.pathologies(all));
        facts.add("pathologiesSeveres", severe, severe > 0 ? GuidanceText.severe(severe) : null);
    }

    private static Pathologies found(List<Finding> findings) {
        var pathologies = findings.stream().filter(f -> f.code().startsWith("pathologie")).toList();
        return new Pathologies(
                pathologies.size(),
                (int) pathologies.stream().filter(f -> "SEVERE".equals(f.severity())).count());
    }
}
