package fr.maillage.guidance.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            boolean evaluated,
            boolean noDoctor,
            @Nullable LocalDate home,
            @Nullable LocalDate eyes,
            @Nullable String eyesFound) {}

    record Right(String kind, String label, @Nullable LocalDate endsOn, boolean ending) {}

    record Theme(String code, String label, int level) {}

    record Pathology(String label, @Nullable String severity) {}

    record Finding(
            String code,
            String label,
            @Nullable String severity,
            @Nullable String because,
            LocalDate since,
            boolean retained) {}

    /// Empty before any evaluation was completed: nothing is advised from a bare identity.
    Optional<Facts> of(PatientId patient) {
        var today = LocalDate.now(clock);
        var file = file(patient, today);
        if (!file.evaluated()) return Optional.empty();
        var facts = new Facts();
        if (file.birthDate() != null) {
            int age = Period.between(file.birthDate(), today).getYears();
            facts.add("age", age, GuidanceText.age(age), null);
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
        facts.add(
                "aidant", file.carer(), file.carer() ? GuidanceText.CARER : GuidanceText.NO_CARER);
        facts.add("sansMedecin", file.noDoctor(), file.noDoctor() ? GuidanceText.NO_DOCTOR : null);
        stays(file, today, facts);
        rights(patient, today, facts);
        themes(patient, facts);
        findings(patient, facts);
        // a score is a fact by its code
        for (var score : assessments.scores(patient)) {
            FactNames.ofScore(score.code())
                    .ifPresent(name -> facts.add(name, score.value(), GuidanceText.score(score)));
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
                               exists (select 1 from assessment.completed e where e.patient_id = p.id) as evaluated,
                               p.mt_state in ('A_DECLARER', 'A_RECHERCHER') as no_doctor,
                               (select max(s.discharged_on) from casefile.hospital_stay s where s.patient_id = p.id and s.discharged_on between cast(:today as date) - 90 and :today) as home,
                               e.on_date as eyes, e.conclusion as eyes_found
                          from patient.identity p
                          left join lateral (select r.on_date, r.conclusion from assessment.retinal_screening r
                                              where r.network_id = p.network_id and r.patient_id = p.id and r.conclusion is not null
                                              order by r.on_date desc, r.id desc limit 1) e on true
                         where p.id = :patient
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .query(DataClassRowMapper.newInstance(File.class))
                .single();
    }

    private static void stays(File file, LocalDate today, Facts facts) {
        var home = file.home();
        if (home != null)
            facts.add(
                    "joursDepuisSortie",
                    Math.toIntExact(ChronoUnit.DAYS.between(home, today)),
                    GuidanceText.home(home),
                    home.toString());
        var eyes = file.eyes();
        if (eyes == null) return;
        facts.add(
                "moisDepuisRetine",
                Math.toIntExact(ChronoUnit.MONTHS.between(eyes, today)),
                GuidanceText.eyes(eyes),
                eyes.toString());
        if (file.eyesFound() != null)
            facts.add("retine", file.eyesFound(), GuidanceText.eyesFound(file.eyesFound(), eyes));
    }

    /// Rights that are open or asked for; those that end soon while nobody asked for their renewal.
    private void rights(PatientId patient, LocalDate today, Facts facts) {
        var rights =
                sql.sql(
                                """
                                select kind, label, ends_on,
                                       state = 'ACCORDE' and coalesce(warn_on <= :today and ends_on >= :today, false)
                                         and coalesce(renewal_state, 'A_DEMANDER') = 'A_DEMANDER' as ending
                                  from casefile.open_right where patient_id = :patient and state in ('DEMANDE', 'ACCORDE', 'RECOURS') order by label, id
                                """)
                        .param("patient", patient.value())
                        .param("today", today)
                        .query(DataClassRowMapper.newInstance(Right.class))
                        .list();
        for (var right : rights) {
            facts.add("droits", right.kind(), right.label());
            if (right.ending() && right.endsOn() != null)
                facts.add(
                        "droitsFinissant",
                        right.kind(),
                        GuidanceText.ends(right.label(), right.endsOn()),
                        right.kind() + " " + right.endsOn());
        }
    }

    private void themes(PatientId patient, Facts facts) {
        var themes =
                sql.sql(
                                """
                                select s.theme_code as code, t.label, s.level
                                  from casefile.open_support s join network.theme t on t.code = s.theme_code
                                 where s.patient_id = :patient order by t.rank, s.id
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(Theme.class))
                        .list();
        for (var theme : themes)
            facts.add("themes", theme.code(), GuidanceText.theme(theme.label()));
        themes.stream().mapToInt(Theme::level).max().ifPresent(l -> facts.add("niveau", l, null));
    }

    /// Pathologies are those of the plan in force, or, without one, those the evaluation found.
    private void findings(PatientId patient, Facts facts) {
        var findings =
                sql.sql(
                                """
                                select coalesce(code, '') as code, label, severity, because, since, status = 'RETENU' as retained from assessment.open_finding where patient_id = :patient order by since, label
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(Finding.class))
                        .list();
        facts.known("constats");
        facts.known("constatsSeveres");
        for (var finding : findings) {
            facts.add(
                    "constats",
                    new Facts.Fact(
                            finding.code(),
                            GuidanceText.finding(finding),
                            finding.code(),
                            finding.retained() ? finding.label() : null));
            if (finding.code().startsWith("pathologie")) disease(finding.label(), facts);
            if ("SEVERE".equals(finding.severity()))
                facts.add("constatsSeveres", finding.code(), finding.label());
        }
        var planned = planned(patient);
        for (var pathology : planned) disease(pathology.label(), facts);
        var found = findings.stream().filter(f -> f.code().startsWith("pathologie")).toList();
        int all = Math.max(planned.size(), found.size());
        int severe =
                Math.max(
                        severe(planned.stream().map(Pathology::severity)),
                        severe(found.stream().map(Finding::severity)));
        facts.add("pathologies", all, GuidanceText.pathologies(all));
        facts.add("pathologiesSeveres", severe, severe > 0 ? GuidanceText.severe(severe) : null);
    }

    private static int severe(Stream<@Nullable String> severities) {
        return (int) severities.filter("SEVERE"::equals).count();
    }

    private static void disease(String label, Facts facts) {
        facts.add("maladies", PersonName.searchKey(label), label);
    }

    private List<Pathology> planned(PatientId patient) {
        return sql.sql(
                        "select label, severity from careplan.pathology_in_force where patient_id = :patient order by rank, label")
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Pathology.class))
                .list();
    }
}
