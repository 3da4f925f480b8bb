package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.steering.internal.SteeringText;
import fr.maillage.steering.internal.survey.SurveyAnswers.Answer;
import fr.maillage.steering.internal.survey.SurveyPage.Bar;
import fr.maillage.steering.internal.survey.SurveyPage.Fact;
import fr.maillage.steering.internal.survey.SurveyPage.Result;
import fr.maillage.steering.internal.survey.SurveyPage.Text;
import fr.maillage.steering.internal.survey.SurveyPage.Tick;
import fr.maillage.steering.internal.survey.SurveyPage.Wave;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the answers of a survey say: figures, texts read and coded, two waves compared.
@Component
@Transactional(readOnly = true)
class ResultScreens {

    private final Surveys surveys;
    private final SurveyScreens screens;
    private final Questions questions;
    private final SurveyAnswers answers;
    private final Coding coding;

    ResultScreens(
            Surveys surveys,
            SurveyScreens screens,
            Questions questions,
            SurveyAnswers answers,
            Coding coding) {
        this.surveys = surveys;
        this.screens = screens;
        this.questions = questions;
        this.answers = answers;
        this.coding = coding;
    }

    Results results(Survey survey) {
        return results(survey, answers.all(survey));
    }

    Results results(Survey survey, List<Answer> all) {
        return Results.of(
                questions.of(survey.id()),
                all.stream().map(Answer::given).toList(),
                survey.anonymous());
    }

    SurveyPage.Results page(UUID id) {
        var survey = surveys.led(id);
        var results = results(survey);
        var codes = survey.closed() ? coding.codes(id) : List.<Coding.Code>of();
        return new SurveyPage.Results(
                screens.head(survey),
                results.told() ? null : nothing(survey, results.answers()),
                results.lines().stream().map(l -> result(survey, l, codes)).toList(),
                surveys.waves(survey).stream()
                        .filter(w -> !w.prepared())
                        .map(w ->
                                new Wave(
                                        "/enquetes/" + id + "/comparaison?avec=" + w.id(),
                                        SurveyText.wave(w.wave())))
                        .toList());
    }

    /// Why nothing may be told.
    static String nothing(Survey survey, int answers) {
        if (survey.anonymous() && !survey.closed()) return SurveyText.READ_AT_THE_CLOSE;
        return answers == 0 ? SurveyText.NO_ANSWER : SurveyText.TOO_FEW;
    }

    private static Result result(Survey survey, Results.Line line, List<Coding.Code> codes) {
        var question = line.question();
        var section = question.section() == null ? "" : question.section();
        if (line.hidden())
            return new Result(
                    section,
                    question.words(),
                    SurveyText.HIDDEN,
                    List.of(),
                    List.of(),
                    null,
                    List.of());
        var said = SurveyText.answered(new Share(line.answered(), line.asked()));
        return new Result(
                section,
                question.words(),
                said,
                line.cells().stream().map(c -> bar(line, c)).toList(),
                facts(line),
                question.kind() == Kind.TEXTE && survey.closed()
                        ? "/enquetes/" + survey.id() + "/textes/" + question.id()
                        : null,
                codes.stream()
                        .filter(c -> c.question().equals(question.id()))
                        .map(c -> codeBar(survey, c, line.answered()))
                        .toList());
    }

    private static Bar bar(Results.Line line, Results.Cell cell) {
        var share = line.share(cell);
        return new Bar(
                cell.label(),
                cell.words(),
                share == null ? "" : share.formatted(),
                share == null ? 0 : share.percent().orElse(0));
    }

    /// The count of a code leaves masked as any other of an anonymous survey.
    static Bar codeBar(Survey survey, Coding.Code code, int answered) {
        var shown = !survey.anonymous() || code.answers() >= Masked.THRESHOLD;
        var share = new Share(Math.min(code.answers(), answered), answered);
        return new Bar(
                code.label(),
                shown ? Typography.number(code.answers()) : Masked.of(code.answers()).formatted(),
                shown ? share.formatted() : "",
                shown ? share.percent().orElse(0) : 0);
    }

    static List<Fact> facts(Results.Line line) {
        var numbers = line.numbers();
        if (numbers == null) return List.of();
        var unit = line.question().unit() == null ? "" : Typography.NBSP + line.question().unit();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(SurveyText.MEDIAN, SteeringText.number(numbers.median()) + unit));
        facts.add(
                new Fact(
                        SurveyText.HALF,
                        SteeringText.number(numbers.lowerQuartile())
                                + " et "
                                + SteeringText.number(numbers.upperQuartile())
                                + unit));
        if (numbers.mean() != null)
            facts.add(new Fact(SurveyText.MEAN, SteeringText.number(numbers.mean()) + unit));
        if (numbers.least() != null && numbers.most() != null)
            facts.add(
                    new Fact(
                            SurveyText.RANGE,
                            SteeringText.number(numbers.least())
                                    + " à "
                                    + SteeringText.number(numbers.most())
                                    + unit));
        return facts;
    }

    SurveyPage.Texts texts(UUID id, UUID questionId, Sent form) {
        var survey = surveys.led(id);
        var question =
                questions.of(id).stream()
                        .filter(q -> q.id().equals(questionId) && q.kind() == Kind.TEXTE)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("question", questionId));
        var all = answers.all(survey);
        var told = results(survey, all);
        var hidden =
                told.lines().stream()
                        .noneMatch(l -> l.question().id().equals(questionId) && !l.hidden());
        var codes = coding.codes(id).stream().filter(c -> c.question().equals(questionId)).toList();
        var marked = coding.marked(questionId);
        var texts =
                hidden || !survey.closed()
                        ? List.<Text>of()
                        : all.stream()
                                .filter(a -> a.given().containsKey(questionId))
                                .map(a -> text(a, questionId, codes, marked.get(a.id())))
                                .toList();
        return new SurveyPage.Texts(
                screens.head(survey),
                questionId,
                question.words(),
                codes.stream()
                        .map(c -> new SurveyPage.Code(c.id(), c.label(), c.answers()))
                        .toList(),
                texts,
                marked.size(),
                form);
    }

    private static Text text(
            Answer answer, UUID question, List<Coding.Code> codes, @Nullable Set<UUID> marked) {
        return new Text(
                answer.id(),
                answer.by() == null ? "" : answer.by(),
                String.join("\n", answer.given().getOrDefault(question, List.of())),
                codes.stream()
                        .map(c ->
                                new Tick(
                                        c.id(),
                                        c.label(),
                                        marked != null && marked.contains(c.id())))
                        .toList());
    }

    /// Two waves of one survey, the former first whichever was asked for.
    SurveyPage.Compared compared(UUID id, UUID with) {
        var asked = surveys.led(id);
        var other = surveys.led(with);
        if (!asked.series().equals(other.series())) throw new NotFound("survey", with);
        var then = asked.wave() < other.wave() ? asked : other;
        var now = asked.wave() < other.wave() ? other : asked;
        return new SurveyPage.Compared(
                screens.head(asked),
                wave(then),
                wave(now),
                Comparison.of(results(then), results(now)).stream()
                        // of free texts there is nothing to compare
                        .filter(l -> l.changed() != null || !l.rows().isEmpty())
                        .map(l ->
                                new SurveyPage.Line(
                                        l.question().words(),
                                        l.changed(),
                                        l.rows().stream()
                                                .map(r ->
                                                        new SurveyPage.Row(
                                                                r.label(), r.then(), r.now(),
                                                                r.gap()))
                                                .toList()))
                        .toList());
    }

    private static String wave(Survey survey) {
        return Typography.capital(SurveyText.wave(survey.wave()))
                + ", "
                + FrenchDates.numeric(survey.opensOn());
    }
}
