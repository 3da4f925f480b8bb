package fr.maillage.steering.internal.survey;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of a survey, in words.
public final class SurveyPage {

    private SurveyPage() {}

    /// @param mayLead whether they may begin one; `why` says what is missing
    public record Home(
            List<Waiting> waiting, List<Led> led, boolean mayLead, @Nullable String why) {}

    public record Waiting(
            String href, String title, String leader, String closes, boolean answered) {}

    /// @param rate « 14 sur 20, soit 70 % »; "" while it is prepared
    public record Led(
            String href,
            String title,
            String names,
            String status,
            String css,
            String dates,
            String rate) {}

    /// @param head what every page of a survey says on top
    public record One(
            Head head,
            @Nullable FormView form,
            List<Led> waves,
            @Nullable String why,
            FormErrors errors,
            Sent until) {}

    /// @param rate answers among those asked
    /// @param takes whether answers are taken today
    public record Head(
            UUID id,
            String title,
            String purpose,
            String leader,
            String status,
            String css,
            String dates,
            String announcement,
            boolean anonymous,
            boolean prepared,
            boolean closed,
            int questions,
            long asked,
            String rate,
            int ratePercent) {

        public String href() {
            return "/enquetes/" + id;
        }

        /// Whether anything may be read of the answers.
        public boolean readable() {
            return closed || !prepared && !anonymous;
        }
    }

    /// @param lines a form a question while it is prepared
    public record Questionnaire(
            Head head, List<Part> parts, List<FormView> forms, @Nullable String why) {}

    /// @param section its name; "" for none
    public record Part(String section, List<Item> items) {}

    /// @param condition « Posée si … »; "" for everybody
    /// @param shownIf field and value of the condition
    public record Item(
            Question question,
            String condition,
            @Nullable String conditionField,
            int conditionValue) {}

    /// @param searched whether structures were looked for; `found` says which
    /// @param due how many may be written to
    /// @param link just made, told once
    public record Asked(
            Head head,
            List<Addressee> lines,
            Map<String, String> types,
            List<String> chosenTypes,
            Map<String, String> themes,
            String theme,
            Map<String, String> places,
            String place,
            boolean searched,
            List<Found> found,
            Map<String, String> functions,
            Sent partners,
            boolean mail,
            long due,
            @Nullable String link,
            @Nullable String why) {}

    public record Found(String name, String type) {}

    /// @param how by an account, or by a link
    public record Addressee(
            UUID id,
            String name,
            String type,
            String how,
            String state,
            String css,
            String written,
            boolean mayLink,
            boolean mayRemove) {}

    /// @param action where the form goes
    /// @param said why it was not taken, or cannot be; null otherwise
    /// @param over whether it can no longer be answered
    public record Answer(
            String title,
            String leader,
            String purpose,
            String announcement,
            String closes,
            String action,
            List<Part> parts,
            Sent form,
            @Nullable String said,
            boolean over) {}

    public record Results(
            Head head, @Nullable String nothing, List<Result> lines, List<Wave> waves) {}

    public record Wave(String href, String label) {}

    /// @param said « 18 réponses sur 20 »
    /// @param texts where its texts are read; null when it has none
    public record Result(
            String section,
            String words,
            String said,
            List<Bar> bars,
            List<Fact> facts,
            @Nullable String texts,
            List<Bar> codes) {}

    /// @param width in per cent of those who answered; 0 when hidden
    public record Bar(String label, String count, String share, int width) {}

    public record Fact(String label, String value) {}

    public record Texts(
            Head head,
            UUID question,
            String words,
            List<Code> codes,
            List<Text> texts,
            int coded,
            Sent form) {}

    public record Code(UUID id, String label, int answers) {}

    /// @param by who wrote it; "" in an anonymous survey
    public record Text(UUID answer, String by, String words, List<Tick> ticks) {}

    public record Tick(UUID code, String label, boolean ticked) {}

    public record Compared(Head head, String then, String now, List<Line> lines) {}

    public record Line(String words, @Nullable String changed, List<Row> rows) {}

    public record Row(String label, String then, String now, String gap) {}
}
