package fr.maillage.assessment.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The overview of a person's evaluations.
@Component
@Transactional(readOnly = true)
class OverviewScreens {

    /// What was found longer ago says nothing of today. No document gives the delay; the plan
    /// itself is reassessed within it.
    private static final int MONTHS = 12;

    private final JdbcClient sql;
    private final Clock clock;
    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final HistoryScreens history;
    private final SqlAssessments assessments;
    private final Strengths strengths;
    private final OverviewTable table;

    OverviewScreens(
            JdbcClient sql,
            Clock clock,
            Questionnaires questionnaires,
            AssessmentRepository repository,
            HistoryScreens history,
            SqlAssessments assessments,
            Strengths strengths,
            JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.history = history;
        this.assessments = assessments;
        this.strengths = strengths;
        this.table = OverviewTable.read(json);
    }

    /// The page. The caller opened the file.
    ///
    /// @param typed the strengths as sent and refused; null for what is kept
    OverviewPage page(PatientId patient, Banner banner, OverviewPage.@Nullable Strengths typed) {
        var last = lastMultidimensional(patient);
        var answers = last.map(Held::answers).orElse(Map.of());
        var problems = assessments.problems(patient);
        var changed = history.lastOfEach(patient);
        return new OverviewPage(
                banner,
                patient.toString(),
                last.map(OverviewScreens::sub).orElse(null),
                domains(last, problems, changed),
                problems.stream()
                        .map(p ->
                                new OverviewPage.Problem(
                                        p.label(),
                                        AssessmentText.DOMAINS.getOrDefault(p.domain(), p.domain()),
                                        p.severity() == null
                                                ? ""
                                                : AssessmentText.SEVERITIES.getOrDefault(
                                                        p.severity(), ""),
                                        p.because()))
                        .toList(),
                repository.toDecide(patient),
                table.strengthsIn(answers),
                typed == null ? written(patient) : typed,
                table.voicesIn(answers),
                table.discordIn(answers),
                changed.values().stream().flatMap(l -> l.move().stream()).toList());
    }

    private Optional<Held> lastMultidimensional(PatientId patient) {
        return sql.sql(
                        """
                        select id from assessment.response where patient_id = :patient and questionnaire_url = :url and status = 'TERMINEE'
                         order by on_date desc, completed_at desc limit 1
                        """)
                .param("patient", patient.value())
                .param("url", table.questionnaire())
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .map(id -> repository.get(patient, id));
    }

    private static String sub(Held last) {
        return AssessmentText.madeOn(
                FrenchDates.date(last.onDate()),
                AssessmentText.setting(last.setting()),
                AssessmentText.participants(last.participants()),
                last.author());
    }

    /// The strengths as kept.
    OverviewPage.Strengths written(PatientId patient) {
        return strengths
                .of(patient)
                .map(w ->
                        new OverviewPage.Strengths(
                                w.id().toString(),
                                w.words(),
                                w.writtenBy() + ", " + FrenchDates.exact(w.writtenAt()),
                                null,
                                new FormErrors()))
                .orElseGet(() -> new OverviewPage.Strengths("", "", null, null, new FormErrors()));
    }

    // ── how each domain stands ──

    /// How grave a domain is, and what makes it so.
    ///
    /// @param because a problem, or a score; null for nothing found
    private record Finding(int gravity, @Nullable String because) {
        static Finding graver(Finding one, Finding other) {
            return other.gravity() > one.gravity() ? other : one;
        }
    }

    private List<OverviewPage.Domain> domains(
            Optional<Held> last,
            List<Assessments.Problem> problems,
            Map<String, HistoryScreens.Last> scores) {
        var since = LocalDate.now(clock).minusMonths(MONTHS);
        var gravest = new HashMap<String, Finding>();
        // problems first: where a score is as grave, the team's word says why
        for (var problem : problems)
            gravest.merge(
                    problem.domain(),
                    new Finding(ofProblem(problem.severity()), problem.label()),
                    Finding::graver);
        var byDomain =
                scores.values().stream()
                        .filter(l -> l.domain() != null)
                        .collect(Collectors.groupingBy(HistoryScreens.Last::domain));
        byDomain.forEach((domain, found) -> {
            for (var score : found)
                if (!score.onDate().isBefore(since)) {
                    var gravity = gravity(score.severity());
                    gravest.merge(
                            domain,
                            new Finding(gravity, gravity == 0 ? null : score.words().label()),
                            Finding::graver);
                }
        });
        last.filter(held -> !held.onDate().isBefore(since)).ifPresent(held -> asked(held, gravest));
        return AssessmentText.DOMAINS.entrySet().stream()
                .map(domain -> {
                    var finding = gravest.getOrDefault(domain.getKey(), new Finding(-1, null));
                    return new OverviewPage.Domain(
                            domain.getValue(),
                            finding.gravity(),
                            AssessmentText.standing(finding.gravity()),
                            finding.because(),
                            byDomain.getOrDefault(domain.getKey(), List.of()).stream()
                                    .map(HistoryScreens.Last::words)
                                    .toList());
                })
                .toList();
    }

    /// The domains in which the evaluation answered something: nothing found there is a finding.
    private void asked(Held held, Map<String, Finding> gravest) {
        var definition = questionnaires.engine().known(held.canonical());
        if (definition.isEmpty()) return;
        held.answers()
                .forEach((linkId, values) -> {
                    var item = definition.get().items.get(linkId);
                    var domain = item == null ? null : Domains.of(definition.get(), item);
                    if (domain != null && !values.isEmpty())
                        gravest.putIfAbsent(domain, new Finding(0, null));
                });
    }

    private static int gravity(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> 3;
            case "ATTENTION" -> 1;
            case null, default -> 0;
        };
    }

    /// A problem retained without a word on its severity is at least light.
    private static int ofProblem(@Nullable String severity) {
        return switch (severity) {
            case "SEVERE" -> 3;
            case "MODEREE" -> 2;
            case null, default -> 1;
        };
    }
}
