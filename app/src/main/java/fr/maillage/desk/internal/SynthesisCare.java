package fr.maillage.desk.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of a person says of the plan in force, of the work it gives and of health.
@Component
@Transactional(readOnly = true)
class SynthesisCare {

    private final JdbcClient sql;
    private final Clock clock;

    SynthesisCare(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Nullable Plan plan(PatientId patient) {
        return sql.sql(
                        "select number, opinion, in_force_at, reassess_on, life_project from careplan.plan_in_force where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) ->
                        new Plan(
                                row.getInt("number"),
                                row.getString("opinion"),
                                row.getObject("reassess_on", LocalDate.class),
                                row.getString("life_project")))
                .optional()
                .orElse(null);
    }

    record Plan(int number, String opinion, LocalDate reassessOn, @Nullable String project) {}

    String words(@Nullable Plan plan) {
        if (plan == null) return "Aucun PPS en vigueur";
        var today = LocalDate.now(clock);
        var due =
                plan.reassessOn().isBefore(today)
                        ? "à réévaluer depuis le"
                                + Typography.NBSP
                                + FrenchDates.shortDay(plan.reassessOn(), today)
                        : "réévaluation avant le"
                                + Typography.NBSP
                                + FrenchDates.shortDay(plan.reassessOn(), today);
        return "PPS " + FilesText.plan(plan.number(), plan.opinion(), false) + ", " + due;
    }

    List<SynthesisPage.Goal> goals(PatientId patient, Set<String> parts) {
        return sql
                .sql(
                        """
                        select domain, title, indicator, target, due_on, result, result_why from careplan.goal_in_force
                        where patient_id = :patient order by result in ('ATTEINT', 'ABANDONNE'), rank, title
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new GoalRow(row.getString("domain"), goal(row)))
                .list()
                .stream()
                .filter(g -> domainOf(g.domain()).stream().anyMatch(parts::contains))
                .map(GoalRow::goal)
                .toList();
    }

    private record GoalRow(String domain, SynthesisPage.Goal goal) {}

    /// Parts of the plan that let a goal of this domain be seen.
    private static List<String> domainOf(String domain) {
        return switch (domain) {
            case "MEDICAL" -> List.of("MEDICAL", "SOINS");
            case "EDUCATIF" -> List.of("EDUCATION");
            case "PSYCHOLOGIQUE" -> List.of("PSYCHOLOGIQUE");
            default -> List.of("SOCIAL", "AIDE");
        };
    }

    private static SynthesisPage.Goal goal(ResultSet row) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var measure =
                Stream.of(
                                row.getString("indicator"),
                                row.getString("target"),
                                due == null
                                        ? null
                                        : "avant le" + Typography.NBSP + FrenchDates.date(due),
                                row.getString("result_why"))
                        .filter(words -> words != null && !words.isBlank())
                        .toList();
        var result = row.getString("result");
        return new SynthesisPage.Goal(
                row.getString("title"),
                String.join(", ", measure),
                FilesText.resultTone(result),
                FilesText.resultIcon(result),
                FilesText.result(result));
    }

    List<SynthesisPage.Work> works(PatientId patient, Set<String> parts) {
        return sql.sql(
                        """
                        select volet, title, actor_name, actor_profession, every_n, every_unit from careplan.work_in_force
                        where patient_id = :patient and volet = any (:volets) and (ends_on is null or ends_on >= :today)
                        order by actor_name is not null, volet desc, rank, title limit 40
                        """)
                .param("patient", patient.value())
                .param("volets", parts.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, _) -> {
                    var actor = row.getString("actor_name");
                    var profession = row.getString("actor_profession");
                    return new SynthesisPage.Work(
                            row.getString("title"),
                            FilesText.volet(row.getString("volet")),
                            actor == null
                                    ? "Sans acteur"
                                    : profession == null ? actor : actor + ", " + profession,
                            actor == null,
                            FilesText.periodicity(
                                    row.getObject("every_n", Integer.class),
                                    row.getString("every_unit")));
                })
                .list();
    }

    List<SynthesisPage.Health> health(PatientId patient) {
        var today = LocalDate.now(clock);
        var found = new ArrayList<SynthesisPage.Health>();
        var pathologies =
                sql.sql(
                                "select label, severity from careplan.pathology_in_force where patient_id = :patient order by main desc, rank, label")
                        .param("patient", patient.value())
                        .query((row, _) -> withSeverity(row))
                        .list();
        if (!pathologies.isEmpty())
            found.add(new SynthesisPage.Health("Pathologies", String.join(", ", pathologies)));
        var problems =
                sql.sql(
                                "select label, severity from assessment.retained_problem where patient_id = :patient order by severity = 'SEVERE' desc, since desc, label")
                        .param("patient", patient.value())
                        .query((row, _) -> withSeverity(row))
                        .list();
        if (!problems.isEmpty())
            found.add(new SynthesisPage.Health("Problèmes", String.join(", ", problems)));
        found.addAll(
                sql.sql(
                                "select label, value, class_label, on_date from assessment.last_score where patient_id = :patient order by on_date desc, label limit 8")
                        .param("patient", patient.value())
                        .query((row, _) -> {
                            var label = row.getString("class_label");
                            var value = row.getBigDecimal("value");
                            var words = label == null ? plain(value) : label;
                            return new SynthesisPage.Health(
                                    row.getString("label"),
                                    words
                                            + " ("
                                            + FrenchDates.shortDay(
                                                    row.getObject("on_date", LocalDate.class),
                                                    today)
                                            + ")");
                        })
                        .list());
        return found;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String withSeverity(ResultSet row) throws SQLException {
        var severity = FilesText.severity(row.getString("severity"));
        return severity.isEmpty()
                ? row.getString("label")
                : row.getString("label") + " (" + severity + ")";
    }
}
