package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.EvaluationsPage.ScoreWords;
import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The scores of a person, as evaluations, drafts and comparisons show them. Joins the caller's
/// transaction.
@Component
class ScoreRows {

    private final JdbcClient sql;

    ScoreRows(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param shown the value in words, when the definition writes it
    /// @param state DONE, INCOMPLETE…
    record ScoreRow(
            UUID responseId,
            String code,
            String label,
            @Nullable BigDecimal value,
            @Nullable String classLabel,
            @Nullable String severity,
            LocalDate onDate,
            @Nullable String shown,
            String state,
            @Nullable String cutOff,
            @Nullable String meaning,
            @Nullable String reason) {}

    /// All of them, oldest first.
    List<ScoreRow> of(PatientId patient) {
        return sql.sql(
                        """
                        select response_id, code, label, value, class_label, severity, on_date, shown, state, cut_off, meaning, reason
                        from assessment.score where patient_id = :patient order by on_date, response_id, rank
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(ScoreRow.class))
                .list();
    }

    static ScoreWords words(ScoreRow score) {
        return new ScoreWords(
                score.label(),
                shown(score),
                score.classLabel(),
                mark(score.severity()),
                icon(score.severity()));
    }

    static String shown(ScoreRow score) {
        if (score.shown() != null) return score.shown();
        return score.value() == null
                ? QuestionnaireText.INCOMPLETE
                : QuestionnaireText.number(score.value());
    }

    static String mark(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> "is-late";
            case "ATTENTION" -> "is-due";
            case "OK" -> "is-done";
            case null, default -> "";
        };
    }

    /// 0 for what worries nobody, 2 for an alert.
    static int gravity(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> 2;
            case "ATTENTION" -> 1;
            case null, default -> 0;
        };
    }

    static String icon(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> "alert-triangle";
            case "ATTENTION" -> "alert-circle";
            case "OK" -> "circle-check";
            case null, default -> "circle";
        };
    }

    static String inFull(ScoreRow score) {
        return score.classLabel() == null
                ? shown(score)
                : shown(score) + " (" + score.classLabel() + ")";
    }
}
