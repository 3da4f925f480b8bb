package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.HistoryPage.Change;
import fr.maillage.assessment.internal.HistoryPage.History;
import fr.maillage.assessment.internal.HistoryPage.Move;
import fr.maillage.assessment.internal.HistoryPage.Point;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Scores through time. A score is known by its code: PHQ-2 asked alone and PHQ-2 inside a larger
/// evaluation are one line.
@Component
@Transactional(readOnly = true)
class HistoryScreens {

    private final JdbcClient sql;
    private final Questionnaires questionnaires;

    HistoryScreens(JdbcClient sql, Questionnaires questionnaires) {
        this.sql = sql;
        this.questionnaires = questionnaires;
    }

    /// A questionnaire filled again, with the time before.
    record Refilled(String title, UUID id, LocalDate onDate, UUID before, LocalDate beforeOn) {}

    /// A score that exists, with the evaluation it comes from.
    record Measured(
            UUID responseId,
            String canonical,
            String code,
            String label,
            BigDecimal value,
            @Nullable String classLabel,
            @Nullable String severity,
            @Nullable String shown,
            @Nullable String cutOff,
            LocalDate onDate,
            String setting,
            String source,
            @Nullable String filledBy,
            String authorName) {

        String words() {
            return shown == null ? QuestionnaireText.number(value) : shown;
        }

        EvaluationsPage.ScoreWords inWords() {
            return new EvaluationsPage.ScoreWords(
                    label, words(), classLabel, ScoreRows.mark(severity), ScoreRows.icon(severity));
        }

        String inFull() {
            if (classLabel == null || classLabel.equals(words())) return words();
            return classLabel.equals(label + " " + words())
                    ? words()
                    : words() + " (" + classLabel + ")";
        }
    }

    /// All the scores of a person. The caller opened the file.
    HistoryPage page(PatientId patient, Banner banner) {
        var measured = measured(patient);
        var byCode = byCode(measured);
        return new HistoryPage(
                banner,
                patient.toString(),
                changes(patient, measured),
                byCode.values().stream()
                        .map(same -> history(patient, same))
                        .sorted(Comparator.comparing(h -> h.chart() == null))
                        .toList());
    }

    /// The last value of a score, and how it moved since the one before.
    ///
    /// @param domain as problems have it; null for a score of none
    record Last(
            LocalDate onDate,
            @Nullable String domain,
            @Nullable String severity,
            EvaluationsPage.ScoreWords words,
            Optional<Move> move) {}

    /// By the code of the score, in the order of their first measure.
    Map<String, Last> lastOfEach(PatientId patient) {
        var found = new LinkedHashMap<String, Last>();
        byCode(measured(patient))
                .forEach((code, same) -> {
                    var now = same.getLast();
                    var then = same.size() < 2 ? null : same.get(same.size() - 2);
                    found.put(
                            code,
                            new Last(
                                    now.onDate(),
                                    domain(now),
                                    now.severity(),
                                    now.inWords(),
                                    then == null || then.value().compareTo(now.value()) == 0
                                            ? Optional.empty()
                                            : Optional.of(move(then, now))));
                });
        return found;
    }

    private static Map<String, List<Measured>> byCode(List<Measured> measured) {
        return measured.stream()
                .collect(
                        Collectors.groupingBy(
                                Measured::code, LinkedHashMap::new, Collectors.toList()));
    }

    private @Nullable String domain(Measured score) {
        return scored(score, Domains::of).orElse(null);
    }

    private List<Measured> measured(PatientId patient) {
        return sql.sql(
                        """
                        select s.response_id, r.questionnaire_url || '|' || r.questionnaire_version as canonical, s.code, s.label, s.value, s.class_label, s.severity, s.shown,
                               s.cut_off, s.on_date, r.setting, r.source, r.filled_by, r.author_name
                          from assessment.score s join assessment.response r on r.network_id = s.network_id and r.id = s.response_id
                         where s.patient_id = :patient and s.value is not null order by s.on_date, r.completed_at, s.rank
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Measured.class))
                .list();
    }

    private History history(PatientId patient, List<Measured> same) {
        var last = same.getLast();
        var points = new ArrayList<Point>();
        for (int i = same.size() - 1; i >= 0; i--)
            points.add(point(patient, same.get(i), i == 0 ? null : same.get(i - 1)));
        return new History(
                last.code(),
                last.label(),
                last.inWords(),
                last.cutOff(),
                ScoreChart.of(
                        same.stream()
                                .map(m -> new ScoreChart.Value(m.onDate(), m.value(), m.inFull()))
                                .toList(),
                        rule(last)),
                points);
    }

    /// How the definition of the last value reads the score; null when it is not known any more.
    private @Nullable ScoreRule rule(Measured last) {
        return scored(last, (_, item) -> item.score).orElse(null);
    }

    /// What the item of a definition that holds this score says of it.
    private <T> Optional<T> scored(Measured score, BiFunction<Definition, Item, @Nullable T> what) {
        return questionnaires
                .engine()
                .known(score.canonical())
                .flatMap(definition ->
                        definition.scored.stream()
                                .filter(item ->
                                        item.score != null
                                                && item.score.code().equals(score.code()))
                                .findFirst()
                                .map(item -> what.apply(definition, item)));
    }

    private static Point point(PatientId patient, Measured now, @Nullable Measured before) {
        return new Point(
                FrenchDates.date(now.onDate()),
                now.words(),
                now.classLabel(),
                ScoreRows.mark(now.severity()),
                ScoreRows.icon(now.severity()),
                before == null ? "" : change(before, now),
                now.authorName(),
                AssessmentText.how(now.setting(), now.source(), now.filledBy()),
                "/dossiers/" + patient + "/evaluations/" + now.responseId());
    }

    private static String change(Measured before, Measured now) {
        var by = now.value().subtract(before.value());
        if (by.signum() == 0) return AssessmentText.UNCHANGED;
        var words = (by.signum() > 0 ? "+" : "") + QuestionnaireText.number(by);
        return Objects.equals(before.classLabel(), now.classLabel())
                        || before.classLabel() == null
                        || now.classLabel() == null
                ? words
                : words + ", " + before.classLabel() + " → " + now.classLabel();
    }

    /// What the last filling of each questionnaire changed since the one before.
    private List<Change> changes(PatientId patient, List<Measured> measured) {
        var scores = measured.stream().collect(Collectors.groupingBy(Measured::responseId));
        return sql
                .sql(
                        """
                        select title, id, on_date, before, before_on from (
                          select title, id, on_date, completed_at, lead(id) over last as before, lead(on_date) over last as before_on, row_number() over last as back
                            from assessment.response where patient_id = :patient and status = 'TERMINEE'
                          window last as (partition by questionnaire_code order by on_date desc, completed_at desc)) r
                         where back = 1 and before is not null order by on_date desc, completed_at desc
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Refilled.class))
                .list()
                .stream()
                .map(r ->
                        new Change(
                                r.title(),
                                FrenchDates.date(r.beforeOn()),
                                FrenchDates.date(r.onDate()),
                                moves(
                                        scores.getOrDefault(r.before(), List.of()),
                                        scores.getOrDefault(r.id(), List.of())),
                                "/dossiers/"
                                        + patient
                                        + "/evaluations/comparer?avant="
                                        + r.before()
                                        + "&apres="
                                        + r.id()))
                .toList();
    }

    private static List<Move> moves(List<Measured> before, List<Measured> after) {
        var was = before.stream().collect(Collectors.toMap(Measured::code, Function.identity()));
        var moves = new ArrayList<Move>();
        for (var now : after) {
            var then = was.get(now.code());
            if (then != null && then.value().compareTo(now.value()) != 0)
                moves.add(move(then, now));
        }
        return moves;
    }

    private static Move move(Measured then, Measured now) {
        var graver = ScoreRows.gravity(now.severity()) - ScoreRows.gravity(then.severity());
        return new Move(
                now.label(),
                then.inFull(),
                now.inFull(),
                AssessmentText.verdict(graver),
                graver > 0 ? "is-late" : "is-done");
    }
}
