package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.assessment.internal.AssessmentFormPage.ScorePanel;
import fr.maillage.assessment.internal.EvaluationsPage.ScoreWords;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages of evaluations and problems, in words.
@Component
@Transactional(readOnly = true)
class AssessmentScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;

    AssessmentScreens(
            JdbcClient sql,
            Clock clock,
            Questionnaires questionnaires,
            AssessmentRepository repository) {
        this.sql = sql;
        this.clock = clock;
        this.questionnaires = questionnaires;
        this.repository = repository;
    }

    record ResponseRow(
            UUID id,
            String questionnaireCode,
            String title,
            String status,
            LocalDate onDate,
            String setting,
            String participants,
            String authorName) {}

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

    EvaluationsPage list(PatientId patient, Banner banner) {
        var rows =
                sql.sql(
                                """
                                select id, questionnaire_code, title, status, on_date, setting, array_to_string(participants, ',') as participants, author_name
                                from assessment.response where patient_id = :patient and status <> 'ANNULEE' order by on_date desc, id desc
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(ResponseRow.class))
                        .list();
        var scores = scores(patient);
        var byResponse = scores.stream().collect(Collectors.groupingBy(ScoreRow::responseId));
        var completed = rows.stream().filter(r -> r.status().equals("TERMINEE")).toList();
        var known = questionnaires.startable();
        return new EvaluationsPage(
                banner,
                patient.toString(),
                rows.stream()
                        .filter(r -> r.status().equals("BROUILLON"))
                        .map(r -> line(r, List.of()))
                        .toList(),
                completed.stream()
                        .map(r -> line(r, byResponse.getOrDefault(r.id(), List.of())))
                        .toList(),
                known.stream().map(q -> new EvaluationsPage.Start(q.code(), q.title())).toList(),
                comparable(completed),
                histories(scores),
                count(patient, "PROPOSE"),
                sql.sql(
                                "select label from assessment.retained_problem where patient_id = :patient order by since, id")
                        .param("patient", patient.value())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private List<ScoreRow> scores(PatientId patient) {
        return sql.sql(
                        """
                        select response_id, code, label, value, class_label, severity, on_date, shown, state, cut_off, meaning, reason
                        from assessment.score where patient_id = :patient order by on_date, response_id, rank
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(ScoreRow.class))
                .list();
    }

    private int count(PatientId patient, String status) {
        return sql.sql(
                        "select count(*) from assessment.problem where patient_id = :patient and status = :status")
                .param("patient", patient.value())
                .param("status", status)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private EvaluationsPage.Line line(ResponseRow row, List<ScoreRow> scores) {
        return new EvaluationsPage.Line(
                row.id().toString(),
                row.title(),
                FrenchDates.shortDay(row.onDate(), today()),
                FrenchDates.longDay(row.onDate()),
                AssessmentText.setting(row.setting()),
                row.authorName(),
                scores.stream()
                        .filter(s -> s.state().equals("DONE") || s.state().equals("INCOMPLETE"))
                        .map(AssessmentScreens::words)
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

    private static ScoreWords words(ScoreRow score) {
        return new ScoreWords(
                score.label(),
                shown(score),
                score.classLabel(),
                mark(score.severity()),
                icon(score.severity()));
    }

    private static String shown(ScoreRow score) {
        if (score.shown() != null) return score.shown();
        return score.value() == null
                ? QuestionnaireText.INCOMPLETE
                : QuestionnaireText.number(score.value());
    }

    private static String mark(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> "is-late";
            case "ATTENTION" -> "is-due";
            case "OK" -> "is-done";
            case null, default -> "";
        };
    }

    private static String icon(@Nullable String severity) {
        return switch (severity) {
            case "ALERTE" -> "alert-triangle";
            case "ATTENTION" -> "alert-circle";
            case "OK" -> "circle-check";
            case null, default -> "circle";
        };
    }

    private List<EvaluationsPage.History> histories(List<ScoreRow> scores) {
        return scores.stream()
                .filter(s -> s.value() != null)
                .collect(
                        Collectors.groupingBy(
                                ScoreRow::code, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same ->
                        new EvaluationsPage.History(
                                same.getLast().code(),
                                same.getLast().label(),
                                words(same.getLast()),
                                chart(same),
                                same.stream()
                                        .map(s ->
                                                new EvaluationsPage.Point(
                                                        FrenchDates.date(s.onDate()),
                                                        shown(s),
                                                        s.classLabel()))
                                        .toList()))
                .toList();
    }

    /// Days across, values up, in a box of 300 by 80 with a margin of 8; nothing to draw for a
    /// single value.
    private static EvaluationsPage.@Nullable Chart chart(List<ScoreRow> same) {
        if (same.size() < 2) return null;
        var values =
                same.stream().map(s -> s.value() == null ? 0d : s.value().doubleValue()).toList();
        var low = values.stream().mapToDouble(v -> v).min().orElse(0);
        var high = values.stream().mapToDouble(v -> v).max().orElse(0);
        var first = same.getFirst().onDate();
        var days = Math.max(1, ChronoUnit.DAYS.between(first, same.getLast().onDate()));
        var dots = new ArrayList<EvaluationsPage.Dot>();
        for (int i = 0; i < same.size(); i++) {
            var x =
                    first.equals(same.getLast().onDate())
                            ? 8 + 284d * i / (same.size() - 1)
                            : 8
                                    + 284d
                                            * ChronoUnit.DAYS.between(first, same.get(i).onDate())
                                            / days;
            var y = high == low ? 40 : 72 - 64 * (values.get(i) - low) / (high - low);
            dots.add(
                    new EvaluationsPage.Dot(
                            decimal(x),
                            decimal(y),
                            FrenchDates.date(same.get(i).onDate())
                                    + Typography.NBSP
                                    + ": "
                                    + shown(same.get(i))));
        }
        return new EvaluationsPage.Chart(
                dots.stream().map(d -> d.x() + "," + d.y()).collect(Collectors.joining(" ")),
                dots,
                QuestionnaireText.number(BigDecimal.valueOf(low)),
                QuestionnaireText.number(BigDecimal.valueOf(high)));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// The status of an evaluation decides its page. Throws `NotFound`.
    Held held(PatientId patient, UUID id) {
        var held = repository.get(patient, id);
        if (held.status().equals("ANNULEE")) throw new NotFound("evaluation", id);
        return held;
    }

    /// The form of a draft, as it was left.
    AssessmentFormPage form(Banner banner, Held held, UUID tab) {
        var evaluation = questionnaires.engine().evaluate(held.canonical(), held.answers());
        return form(banner, held, evaluation, tab, new FormErrors());
    }

    AssessmentFormPage form(
            Banner banner, Held held, Evaluation evaluation, UUID tab, FormErrors errors) {
        return form(
                banner,
                held,
                evaluation,
                tab,
                held.onDate().toString(),
                held.context(),
                errors,
                null,
                0,
                List.of());
    }

    /// The form as it was sent, whatever was kept of it.
    AssessmentFormPage form(
            Banner banner,
            Held held,
            Evaluation evaluation,
            UUID tab,
            String onDate,
            AssessmentContext context,
            FormErrors errors,
            @Nullable String conflict,
            int missing,
            List<AssessmentFormPage.Difference> differences) {
        var engine = questionnaires.engine();
        var form = engine.form(evaluation);
        var required = evaluation.progress().stream().mapToInt(Evaluation.Progress::required).sum();
        var answered = evaluation.progress().stream().mapToInt(Evaluation.Progress::answered).sum();
        return new AssessmentFormPage(
                banner,
                held.patient().toString(),
                held.id().toString(),
                form,
                !AssessmentContext.askedBy(engine.definition(held.canonical())),
                onDate,
                today().toString(),
                context.setting(),
                choices(AssessmentText.SETTINGS, Set.of(context.setting())),
                choices(AssessmentText.PARTICIPANTS, Set.copyOf(context.participants())),
                held.version(),
                tab.toString(),
                AssessmentText.saved(held.savedAt()),
                answered,
                required,
                AssessmentText.answered(answered, required),
                errors,
                conflict,
                held.draft(),
                differences,
                missing,
                panels(held, evaluation));
    }

    private static List<Choice> choices(Map<String, String> words, Set<String> chosen) {
        return words.entrySet().stream()
                .map(e -> new Choice(e.getKey(), e.getValue(), chosen.contains(e.getKey())))
                .toList();
    }

    private List<ScorePanel> panels(Held held, Evaluation evaluation) {
        var before = new LinkedHashMap<String, ScoreRow>();
        for (var score : scores(new PatientId(held.patient()))) {
            if (score.value() != null && !score.responseId().equals(held.id()))
                before.put(score.code(), score);
        }
        return evaluation.scores().stream()
                .map(score -> {
                    var severity = AssessmentRepository.severity(score.severity());
                    var last = before.get(score.code());
                    return new ScorePanel(
                            score.label(),
                            score.text(),
                            score.state() == Score.State.DONE,
                            score.bandLabel(),
                            mark(severity),
                            icon(severity),
                            score.meaning(),
                            score.reason(),
                            score.missing().size(),
                            last == null
                                    ? null
                                    : "Dernier"
                                            + Typography.NBSP
                                            + ": "
                                            + shown(last)
                                            + ", "
                                            + FrenchDates.shortDay(last.onDate(), today()),
                            score.cutOff(),
                            score.source());
                })
                .toList();
    }

    /// Where what was saved and what was typed are not the same.
    List<AssessmentFormPage.Difference> differences(Held theirs, Evaluation yours) {
        var engine = questionnaires.engine();
        var saved = words(engine.form(engine.evaluate(theirs.canonical(), theirs.answers())));
        var typed = words(engine.form(yours));
        var found = new ArrayList<AssessmentFormPage.Difference>();
        var all = new LinkedHashSet<>(saved.keySet());
        all.addAll(typed.keySet());
        for (var linkId : all) {
            var one = saved.get(linkId);
            var other = typed.get(linkId);
            var was = one == null ? "" : one.answer();
            var is = other == null ? "" : other.answer();
            if (was.equals(is)) continue;
            var line = one == null ? other : one;
            if (line != null)
                found.add(
                        new AssessmentFormPage.Difference(
                                line.question(), shortened(was), shortened(is)));
        }
        return List.copyOf(found);
    }

    private static Map<String, AnswerWords.Line> words(FormView form) {
        var lines = new LinkedHashMap<String, AnswerWords.Line>();
        for (var line : AnswerWords.of(form, false)) lines.put(line.linkId(), line);
        return lines;
    }

    private static String shortened(String words) {
        return words.length() <= 400
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 390)) + "…";
    }

    AssessmentReadPage read(Banner banner, Held held) {
        var engine = questionnaires.engine();
        var form = engine.form(engine.evaluate(held.canonical(), held.answers()));
        var scores =
                scores(new PatientId(held.patient())).stream()
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
                scores.stream()
                        .map(s ->
                                new AssessmentReadPage.Score(
                                        words(s), s.meaning(), s.cutOff(), s.reason()))
                        .toList(),
                sections(AnswerWords.of(form, false)),
                count(new PatientId(held.patient()), "PROPOSE"));
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
        var was = words(engine.form(engine.evaluate(before.canonical(), before.answers())));
        var is = words(engine.form(engine.evaluate(after.canonical(), after.answers())));
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
        var scores = scores(patient);
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
                                                .map(AssessmentScreens::inFull)
                                                .findFirst()
                                                .orElse(""),
                                        inFull(s)))
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

    private static String inFull(ScoreRow score) {
        return score.classLabel() == null
                ? shown(score)
                : shown(score) + " (" + score.classLabel() + ")";
    }

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

    /// What a tab whose hidden elements and sentences are known needs to show this evaluation.
    SavedPage saved(
            AssessmentFormPage page, Set<String> hidden, Set<String> withSentence, String status) {
        var changed = new ArrayList<FormView.Element>();
        var computed = new ArrayList<FormView.Field>();
        var sentences = new ArrayList<SavedPage.Sentence>();
        for (var section : page.form().sections())
            walk(section, hidden, withSentence, changed, computed, sentences);
        return new SavedPage(
                page, List.copyOf(changed), List.copyOf(computed), List.copyOf(sentences), status);
    }

    private static void walk(
            FormView.Element element,
            Set<String> hidden,
            Set<String> withSentence,
            List<FormView.Element> changed,
            List<FormView.Field> computed,
            List<SavedPage.Sentence> sentences) {
        if (element.visible() == hidden.contains(element.linkId())) {
            changed.add(element);
            return;
        }
        if (!element.visible()) return;
        switch (element) {
            case FormView.Group group -> {
                for (var child : group.elements())
                    walk(child, hidden, withSentence, changed, computed, sentences);
            }
            case FormView.Field field -> {
                if (field.kind() == FormView.Kind.COMPUTED) computed.add(field);
                else if (field.error() != null || withSentence.contains(field.linkId()))
                    sentences.add(new SavedPage.Sentence(field.linkId(), field.error()));
            }
            case FormView.Note _ -> {}
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
