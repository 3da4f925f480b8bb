package fr.maillage.steering.internal.survey;

import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The results of a survey as a workbook: figures, codes of the texts, and the answers themselves
/// where they are named.
@Component
@Transactional(readOnly = true)
class ResultBook {

    private final Surveys surveys;
    private final Questions questions;
    private final SurveyAnswers answers;
    private final Addressees addressees;
    private final Coding coding;
    private final ResultScreens screens;

    ResultBook(
            Surveys surveys,
            Questions questions,
            SurveyAnswers answers,
            Addressees addressees,
            Coding coding,
            ResultScreens screens) {
        this.surveys = surveys;
        this.questions = questions;
        this.answers = answers;
        this.addressees = addressees;
        this.coding = coding;
        this.screens = screens;
    }

    byte[] of(UUID id) {
        var survey = surveys.led(id);
        var all = answers.all(survey);
        var results = screens.results(survey, all);
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            explain(book, survey, results);
            figures(book, results);
            numbers(book, results);
            codes(book, survey, results);
            if (!survey.anonymous()) each(book, id, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void explain(WorkbookOut book, Survey survey, Results results) throws IOException {
        var rate = addressees.rate(survey.id());
        var sheet = book.sheet("Lire", List.of("Enquête", SurveyText.title(survey)));
        sheet.width(1, 90);
        sheet.line(List.of("Menée par", survey.leader()));
        sheet.line(List.of("Pourquoi", survey.purpose()));
        sheet.line(List.of("Du", survey.opensOn()));
        sheet.line(
                List.of("Au", survey.closedOn() == null ? survey.closesOn() : survey.closedOn()));
        sheet.line(List.of("Réponses", SurveyText.announcement(survey.anonymous())));
        sheet.line(List.of("Destinataires", rate.denominator()));
        sheet.line(List.of("Ont répondu", rate.numerator()));
        sheet.line(List.of("Taux de réponse", rate.formatted()));
        if (!results.told())
            sheet.line(List.of("Résultats", ResultScreens.nothing(survey, results.answers())));
        sheet.end();
    }

    private static void figures(WorkbookOut book, Results results) throws IOException {
        var sheet =
                book.sheet(
                        "Résultats",
                        List.of(
                                "Partie",
                                "Question",
                                "Posée à",
                                "Ont répondu",
                                "Réponse",
                                "Nombre",
                                "Part"));
        sheet.width(1, 60);
        for (var line : results.lines())
            for (var cell : line.cells()) {
                var share = line.share(cell);
                sheet.line(
                        Arrays.<@Nullable Object>asList(
                                line.question().section(),
                                line.question().words(),
                                line.asked(),
                                line.answered(),
                                cell.label(),
                                cell.count() == null ? cell.words() : cell.count(),
                                share == null ? null : share.formatted()));
            }
        sheet.end();
    }

    private static void numbers(WorkbookOut book, Results results) throws IOException {
        var sheet =
                book.sheet(
                        "Nombres",
                        List.of(
                                "Question",
                                "Unité",
                                "Ont répondu",
                                "Minimum",
                                "Premier quartile",
                                "Médiane",
                                "Troisième quartile",
                                "Maximum",
                                "Moyenne"));
        sheet.width(0, 60);
        for (var line : results.lines()) {
            var numbers = line.numbers();
            if (numbers != null)
                sheet.line(
                        Arrays.<@Nullable Object>asList(
                                line.question().words(),
                                line.question().unit(),
                                line.answered(),
                                numbers.least(),
                                numbers.lowerQuartile(),
                                numbers.median(),
                                numbers.upperQuartile(),
                                numbers.most(),
                                numbers.mean()));
        }
        sheet.end();
    }

    private void codes(WorkbookOut book, Survey survey, Results results) throws IOException {
        var codes = coding.codes(survey.id());
        if (codes.isEmpty()) return;
        var sheet =
                book.sheet(
                        "Thèmes des textes",
                        List.of("Question", "Textes", "Thème", "Nombre", "Part"));
        sheet.width(0, 60);
        for (var line : results.lines())
            for (var code : codes)
                if (code.question().equals(line.question().id()) && !line.hidden()) {
                    var bar = ResultScreens.codeBar(survey, code, line.answered());
                    sheet.line(
                            List.of(
                                    line.question().words(),
                                    line.answered(),
                                    bar.label(),
                                    bar.share().isEmpty() ? bar.count() : code.answers(),
                                    bar.share()));
                }
        sheet.end();
    }

    private void each(WorkbookOut book, UUID id, List<SurveyAnswers.Answer> all)
            throws IOException {
        var asked = questions.of(id);
        var heads = new ArrayList<>(List.of("Destinataire", "Le"));
        asked.forEach(q -> heads.add(q.words()));
        var sheet = book.sheet("Réponses", heads);
        for (var answer : all) {
            var line = new ArrayList<@Nullable Object>();
            line.add(answer.by());
            line.add(answer.on());
            for (var question : asked) line.add(value(question, answer));
            sheet.line(line);
        }
        sheet.end();
    }

    // numbers stay numbers
    private static @Nullable Object value(Question question, SurveyAnswers.Answer answer) {
        var given = answer.given().getOrDefault(question.id(), List.of());
        if (given.isEmpty()) return null;
        return question.kind() == Kind.NOMBRE || question.kind() == Kind.ECHELLE
                ? (Object) new java.math.BigDecimal(given.getFirst())
                : Given.words(question, given);
    }
}
