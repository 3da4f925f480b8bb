package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Evaluations as they are read: the list with its scores over time, one evaluation, two side by
/// side.
@Component
@Transactional(readOnly = true)
class EvaluationScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final ScoreRows scoreRows;
    private final Systematic systematic;

    EvaluationScreens(
            JdbcClient sql,
            Clock clock,
            Questionnaires questionnaires,
            AssessmentRepository repository,
            ScoreRows scoreRows,
            Systematic systematic) {
        this.sql = sql;
        this.clock = clock;
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.scoreRows = scoreRows;
        this.systematic = systematic;
    }

    record ResponseRow(
            UUID id,
            String questionnaireCode,
            String title,
            String status,
            LocalDate onDate,
            String setting,
            String participants,
            String authorName,
            String source) {}

    EvaluationsPage list(PatientId patient, Banner banner) {
        var rows =
                sql.sql(
                                """
                                select id, questionnaire_code, title, status, on_date, setting, array_to_string(participants, ',') as participants, author_name, source
                                from assessment.response where patient_id = :patient and status <> 'ANNULEE' order by on_date desc, id desc
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(ResponseRow.class))
                        .list();
        var scores = scoreRows.of(patient);
        var byResponse =
                scores.stream().collect(Collectors.groupingBy(ScoreRows.ScoreRow::responseId));
        var completed = rows.stream().filter(r -> r.status().equals("TERMINEE")).toList();
        var asked = systematic.of(patient);
        return new EvaluationsPage(
                banner,
                patient.toString(),
                asked,
                rows.stream()
                        .filter(r -> r.status().equals("BROUILLON"))
                        .map(r -> line(r, List.of()))
                        .toList(),
                completed.stream()
                        .map(r -> line(r, byResponse.getOrDefault(r.id(), List.of())))
                        .toList(),
                printable(asked),
                comparable(completed),
                lastOf(scores),
                repository.toDecide(patient),
                sql.sql(
                                "select label from assessment.retained_problem where patient_id = :patient order by since, id")
                        .param("patient", patient.value())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// The sheets of what the theme asks, and those whose definition says they are printed whatever
    /// the theme.
    private List<EvaluationsPage.Start> printable(List<EvaluationsPage.Systematic> asked) {
        var engine = questionnaires.engine();
        var ofTheTheme =
                asked.stream().map(EvaluationsPage.Systematic::code).collect(Collectors.toSet());
        return questionnaires.startable().stream()
                .filter(q ->
                        ofTheTheme.contains(q.code())
                                || engine.definition(q.canonical()).card.printed())
                .map(q -> new EvaluationsPage.Start(q.code(), q.title()))
                .toList();
    }

    private EvaluationsPage.Line line(ResponseRow row, List<ScoreRows.ScoreRow> scores) {
        return new EvaluationsPage.Line(
                row.id().toString(),
                row.title(),
                FrenchDates.shortDay(row.onDate(), today()),
                FrenchDates.longDay(row.onDate()),
                AssessmentText.how(row.setting(), row.source(), null),
                row.authorName(),
                scores.stream()
                        .filter(s -> s.state().equals("DONE") || s.state().equals("INCOMPLETE"))
                        .map(ScoreRows::words)
                        .toList());
    }

    private List<EvaluationsPage.Comparable> comparable(List<ResponseRow> completed) {
        return completed.stream()
                .collect(
                        Collectors.groupingBy(
                                ResponseRow::questionnaireCode,
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same ->
                        new EvaluationsPage.Comparable(
                                same.getFirst().title(),
                                same.stream()
                                        .map(r ->
                                                new EvaluationsPage.Choice(
                                                        r.id().toString(),
                                                        FrenchDates.date(r.onDate())))
                                        .toList()))
                .toList();
    }

    /// The last value of each score, the gravest first.
    private static List<EvaluationsPage.ScoreWords> lastOf(List<ScoreRows.ScoreRow> scores) {
        var last = new LinkedHashMap<String, ScoreRows.ScoreRow>();
        for (var score : scores) if (score.value() != null) last.put(score.code(), score);
        return last.values().stream()
                .sorted(Comparator.comparingInt(s -> -ScoreRows.gravity(s.severity())))
                .map(ScoreRows::words)
                .toList();
    }

    AssessmentReadPage read(Banner banner, Held held) {
        var engine = questionnaires.engine();
        var form = engine.form(engine.evaluate(held.canonical(), held.answers()));
        var scores =
                scoreRows.of(new PatientId(held.patient())).stream()
                        .filter(s -> s.responseId().equals(held.id()))
                        .toList();
        return new AssessmentReadPage(
                banner,
                held.patient().toString(),
                held.id().toString(),
                held.title(),
                AssessmentText.status(held.status()),
                FrenchDates.longDay(held.onDate()),
                AssessmentText.setting(held.setting()),
                AssessmentText.participants(held.participants()),
                held.author(),
                held.origin().words(),
                sheetHref(held),
                scores.stream()
                        .map(s ->
                                new AssessmentReadPage.Score(
                                        ScoreRows.words(s), s.meaning(), s.cutOff(), s.reason()))
                        .toList(),
                sections(AnswerWords.of(form, false)),
                repository.toDecide(new PatientId(held.patient())));
    }

    /// The page of the scanned sheet; null when there is none.
    static @Nullable String sheetHref(Held held) {
        var sheet = held.origin().sheet();
        return sheet == null ? null : "/documents/" + sheet;
    }

    private static List<AssessmentReadPage.Section> sections(List<AnswerWords.Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                AnswerWords.Line::section, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e ->
                        new AssessmentReadPage.Section(
                                e.getKey(),
                                e.getValue().stream()
                                        .map(l ->
                                                new AssessmentReadPage.Line(
                                                        l.question(), l.answer()))
                                        .toList()))
                .toList();
    }

    /// Two completed evaluations by the same questionnaire, the older first. Throws `NotFound` for
    /// drafts and for questionnaires that differ.
    ComparisonPage compare(PatientId patient, Banner banner, UUID one, UUID other) {
        var a = repository.get(patient, one);
        var b = repository.get(patient, other);
        if (!a.completed() || !b.completed() || !a.code().equals(b.code()))
            throw new NotFound("comparaison", other);
        var swap =
                a.onDate().isAfter(b.onDate())
                        || (a.onDate().equals(b.onDate()) && a.savedAt().isAfter(b.savedAt()));
        var before = swap ? b : a;
        var after = swap ? a : b;
        var engine = questionnaires.engine();
        var was =
                AnswerWords.byQuestion(
                        engine.form(engine.evaluate(before.canonical(), before.answers())));
        var is =
                AnswerWords.byQuestion(
                        engine.form(engine.evaluate(after.canonical(), after.answers())));
        var all = new LinkedHashMap<>(was);
        is.forEach(all::putIfAbsent);
        var sections = new LinkedHashMap<String, List<ComparisonPage.Line>>();
        all.forEach((linkId, line) -> {
            var x = was.get(linkId);
            var y = is.get(linkId);
            sections.computeIfAbsent(line.section(), _ -> new ArrayList<>())
                    .add(
                            comparison(
                                    line.question(),
                                    x == null ? "" : x.answer(),
                                    y == null ? "" : y.answer()));
        });
        var scores = scoreRows.of(patient);
        var scoreLines =
                scores.stream()
                        .filter(s -> s.responseId().equals(after.id()))
                        .map(s ->
                                comparison(
                                        s.label(),
                                        scores.stream()
                                                .filter(p ->
                                                        p.responseId().equals(before.id())
                                                                && p.code().equals(s.code()))
                                                .map(ScoreRows::inFull)
                                                .findFirst()
                                                .orElse(""),
                                        ScoreRows.inFull(s)))
                        .toList();
        return new ComparisonPage(
                banner,
                patient.toString(),
                after.title(),
                FrenchDates.date(before.onDate()),
                FrenchDates.date(after.onDate()),
                scoreLines,
                sections.entrySet().stream()
                        .map(e -> new ComparisonPage.Section(e.getKey(), List.copyOf(e.getValue())))
                        .toList(),
                (int)
                        sections.values().stream()
                                .flatMap(List::stream)
                                .filter(ComparisonPage.Line::changed)
                                .count());
    }

    private static ComparisonPage.Line comparison(String question, String before, String after) {
        return new ComparisonPage.Line(question, before, after, !before.equals(after));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
