package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Share;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.steering.internal.SteeringText;
import fr.maillage.steering.internal.survey.SurveyPage.Head;
import fr.maillage.steering.internal.survey.SurveyPage.Home;
import fr.maillage.steering.internal.survey.SurveyPage.Item;
import fr.maillage.steering.internal.survey.SurveyPage.Led;
import fr.maillage.steering.internal.survey.SurveyPage.Part;
import fr.maillage.steering.internal.survey.SurveyPage.Waiting;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Sent;
import fr.maillage.web.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages by which a survey is led: the list, one survey, its questions.
@Component
@Transactional(readOnly = true)
class SurveyScreens {

    static final String FORM = "enquete";

    private final Surveys surveys;
    private final Questions questions;
    private final SurveyAnswers answers;
    private final Addressees addressees;
    private final Leaders leaders;
    private final JdbcClient sql;

    SurveyScreens(
            Surveys surveys,
            Questions questions,
            SurveyAnswers answers,
            Addressees addressees,
            Leaders leaders,
            JdbcClient sql) {
        this.surveys = surveys;
        this.questions = questions;
        this.answers = answers;
        this.addressees = addressees;
        this.leaders = leaders;
        this.sql = sql;
    }

    /// @param leads whether who is here may lead surveys at all
    Home home(boolean leads) {
        var today = surveys.today();
        var mayLead = leads && !leaders.mine().isEmpty();
        return new Home(
                answers.waiting().stream()
                        .map(w ->
                                new Waiting(
                                        "/enquetes/" + w.survey() + "/repondre",
                                        w.title(),
                                        w.leader(),
                                        FrenchDates.relative(w.closesOn(), today),
                                        w.answered()))
                        .toList(),
                leads ? led(surveys.mine()) : List.of(),
                mayLead,
                leads && !mayLead ? SteeringText.NO_SHEET : null);
    }

    private List<Led> led(List<Survey> all) {
        var rates = rates(all.stream().map(Survey::id).toList());
        var today = surveys.today();
        return all.stream()
                .map(s ->
                        new Led(
                                "/enquetes/" + s.id(),
                                SurveyText.title(s),
                                SurveyText.names(s.anonymous()),
                                SurveyText.status(s, today),
                                SurveyText.statusCss(s, today),
                                dates(s),
                                s.prepared() ? "" : rates.getOrDefault(s.id(), "")))
                .toList();
    }

    private Map<UUID, String> rates(List<UUID> ids) {
        record Rate(UUID survey, String words) {}
        return sql
                .sql(
                        "select survey_id, count(*) filter (where answered) as answered, count(*) as asked from steering.addressee where survey_id = any (:ids) group by survey_id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Rate(
                                row.getObject("survey_id", UUID.class),
                                SurveyText.share(
                                        new Share(row.getLong("answered"), row.getLong("asked")))))
                .stream()
                .collect(Collectors.toMap(Rate::survey, Rate::words));
    }

    private static String dates(Survey s) {
        return SurveyText.dates(s.opensOn(), s.closedOn() == null ? s.closesOn() : s.closedOn());
    }

    Head head(Survey s) {
        var today = surveys.today();
        var rate = addressees.rate(s.id());
        return new Head(
                s.id(),
                SurveyText.title(s),
                s.purpose(),
                s.leader(),
                SurveyText.status(s, today),
                SurveyText.statusCss(s, today),
                dates(s),
                SurveyText.announcement(s.anonymous()),
                s.anonymous(),
                s.prepared(),
                s.closed(),
                sql.sql("select count(*) from steering.question where survey_id = :id")
                        .param("id", s.id())
                        .query(Integer.class)
                        .single(),
                rate.denominator(),
                SurveyText.share(rate),
                rate.percent().orElse(0));
    }

    /// The form of a survey not begun yet.
    FormView fresh(Shown shown) {
        return shown.form(
                FORM,
                "/enquetes",
                "Nouvelle enquête",
                SurveyForms.blank(surveys.today()),
                typed -> SurveyForms.survey(typed, leaders.mine()),
                0,
                "Commencer");
    }

    SurveyPage.One one(UUID id, Shown shown, Sent until) {
        var survey = surveys.led(id);
        return new SurveyPage.One(
                head(survey),
                survey.prepared()
                        ? shown.form(
                                FORM,
                                "/enquetes/" + id,
                                "Modifier",
                                SurveyForms.typed(survey),
                                typed -> SurveyForms.survey(typed, Map.of()),
                                survey.version(),
                                "Enregistrer")
                        : null,
                led(surveys.waves(survey)),
                shown.why(List.of(FORM)),
                until.errors(),
                until);
    }

    SurveyPage.Questionnaire questionnaire(UUID id, Shown shown) {
        var survey = surveys.led(id);
        var all = questions.of(id);
        var here = "/enquetes/" + id + "/questions";
        var forms = new ArrayList<FormView>();
        if (survey.prepared()) {
            for (var q : all) {
                var key = "q-" + q.id();
                var form =
                        shown.form(
                                key,
                                here + "/" + q.id(),
                                q.words(),
                                SurveyForms.typed(q),
                                typed -> SurveyForms.question(typed, all, q.id()),
                                q.version(),
                                "Enregistrer");
                forms.add(removable(form, q.rank() + ". " + q.words(), here + "/" + q.id()));
            }
            forms.add(
                    shown.form(
                            "nouvelle",
                            here,
                            "Ajouter une question",
                            all.isEmpty()
                                    ? new Typed(Map.of())
                                    : new Typed(
                                            Map.of(
                                                    "section",
                                                    List.of(section(all.getLast().section())))),
                            typed -> SurveyForms.question(typed, all, null),
                            0,
                            "Ajouter"));
        }
        return new SurveyPage.Questionnaire(
                head(survey),
                parts(all),
                forms,
                shown.why(forms.stream().map(FormView::key).toList()));
    }

    private static FormView removable(FormView form, String summary, String address) {
        return new FormView(
                form.key(),
                form.action(),
                form.title(),
                summary,
                form.fields(),
                form.tag(),
                form.conflict(),
                form.errors(),
                form.submit(),
                form.open(),
                address + "/retirer");
    }

    /// Questions by part, each with what it is asked after.
    static List<Part> parts(List<Question> all) {
        var byId = all.stream().collect(Collectors.toMap(Question::id, Function.identity()));
        var parts = new ArrayList<Part>();
        for (var q : all) {
            var section = section(q.section());
            if (parts.isEmpty() || !parts.getLast().section().equals(section))
                parts.add(new Part(section, new ArrayList<>()));
            var parent = q.ifQuestion() == null ? null : byId.get(q.ifQuestion());
            parts.getLast()
                    .items()
                    .add(
                            new Item(
                                    q,
                                    parent == null
                                            ? ""
                                            : SurveyText.condition(
                                                    parent.choices().get(q.ifChoice() - 1),
                                                    parent.words()),
                                    parent == null ? null : parent.field(),
                                    q.ifChoice()));
        }
        return parts;
    }

    private static String section(@Nullable String section) {
        return section == null ? "" : section;
    }

    /// A form refused, as the page shows it again.
}
