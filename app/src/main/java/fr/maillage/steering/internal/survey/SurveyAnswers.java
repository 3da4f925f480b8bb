package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Answers: kept while they are written, sent once, read by who leads. One of an anonymous survey
/// is written beside the list of those asked, never with it.
@Service
@Transactional
class SurveyAnswers {

    private static final TypeReference<Map<UUID, List<String>>> GIVEN = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Surveys surveys;
    private final Questions questions;

    SurveyAnswers(JdbcClient sql, JsonMapper json, Surveys surveys, Questions questions) {
        this.sql = sql;
        this.json = json;
        this.surveys = surveys;
        this.questions = questions;
    }

    /// A survey that asks who is here.
    ///
    /// @param addressee their line of the list
    record Asked(Survey survey, UUID addressee, String name, boolean answered) {}

    /// A line of « to answer ».
    record Waiting(
            UUID survey, String title, String leader, LocalDate closesOn, boolean answered) {}

    /// Open surveys that ask the structure or the account of who is signed in, by their last day.
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return sql.sql(
                        """
                        select s.id, s.title, l.name, s.closes_on, bool_and(a.answered) as answered from steering.survey s join registry.listed l on l.id = s.structure_id
                          join steering.addressee a on a.survey_id = s.id and steering.is_asked(a.structure_id, a.account_id, null)
                         where s.status = 'OUVERTE' and s.opens_on <= :today and s.closes_on >= :today group by s.id, l.name order by s.closes_on, s.title limit 100
                        """)
                .param("today", surveys.today())
                .query((row, _) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getString("name"),
                                row.getObject("closes_on", LocalDate.class),
                                row.getBoolean("answered")))
                .list();
    }

    /// By the account or the structure of who is signed in; first what is not answered yet. Throws
    /// `NotFound` when they are not asked.
    @Transactional(readOnly = true)
    public Asked asked(UUID survey) {
        return asked(
                        """
                        select id, survey_id, name, answered from steering.addressee where survey_id = :survey and steering.is_asked(structure_id, account_id, null)
                        order by answered, account_id nulls last limit 1
                        """,
                        survey)
                .orElseThrow(() -> new NotFound("survey", survey));
    }

    /// By a link; empty when it opens nothing, or no longer. From here on the transaction sees what
    /// who holds the link may see.
    @Transactional
    public Optional<Asked> byLink(String token) {
        hold(token);
        return asked(
                "select id, survey_id, name, answered from steering.addressee where link = steering.link() and cast(:survey as uuid) is null",
                null);
    }

    private void hold(String token) {
        sql.sql("select set_config('maillage.survey_link', :digest, true)")
                .param("digest", HexFormat.of().formatHex(Sha256.of(token)))
                .query(String.class)
                .single();
    }

    private record Row(UUID id, UUID survey, String name, boolean answered) {}

    private Optional<Asked> asked(String query, @Nullable UUID survey) {
        return sql.sql(query)
                .param("survey", survey)
                .query((row, _) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getObject("survey_id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("answered")))
                .optional()
                .map(r -> new Asked(surveys.get(r.survey()), r.id(), r.name(), r.answered()));
    }

    /// What was kept and not sent; empty when nothing was.
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> kept(Asked asked, @Nullable String token) {
        if (token != null) hold(token);
        return sql.sql("select given::text from steering.unsent where addressee_id = :id")
                .param("id", asked.addressee())
                .query((row, _) -> json.readValue(row.getString("given"), GIVEN))
                .optional()
                .orElse(Map.of());
    }

    /// Keeps what is typed, unchecked.
    void keep(Asked asked, @Nullable String token, Sent form) {
        if (token != null) hold(token);
        open(asked);
        sql.sql(
                        """
                        insert into steering.unsent (addressee_id, given, kept_on) values (:id, cast(:given as jsonb), :today)
                        on conflict (addressee_id) do update set given = excluded.given, kept_on = excluded.kept_on
                        """)
                .param("id", asked.addressee())
                .param("given", text(Given.asTyped(questions.of(asked.survey().id()), form)))
                .param("today", surveys.today())
                .update();
    }

    private void open(Asked asked) {
        if (asked.answered()) throw FormRefused.because("survey", SurveyText.SECOND);
        if (!asked.survey().takes(surveys.today()))
            throw FormRefused.because("survey", SurveyText.closed(asked.survey()));
    }

    /// Sends the answer: once. Refused when somebody answered already, the survey is closed, or a
    /// question that is needed has none.
    void send(Asked asked, @Nullable String token, Sent form) {
        if (token != null) hold(token);
        open(asked);
        var given = Given.read(questions.of(asked.survey().id()), form);
        FormRefused.unless(form.errors());
        if (given.isEmpty()) throw FormRefused.because("survey", SurveyText.EMPTY);
        var anonymous = asked.survey().anonymous();
        var first =
                sql.sql(
                                "update steering.addressee set answered = true, answered_on = cast(:day as date) where id = :id and not answered")
                        .param("day", anonymous ? null : surveys.today(), java.sql.Types.DATE)
                        .param("id", asked.addressee())
                        .update();
        if (first == 0) throw FormRefused.because("survey", SurveyText.SECOND);
        sql.sql(
                        """
                        insert into steering.answer (survey_id, anonymous, addressee_id, given, given_on)
                        values (:survey, :anonymous, cast(:addressee as uuid), cast(:given as jsonb), cast(:day as date))
                        """)
                .param("survey", asked.survey().id())
                .param("anonymous", anonymous)
                .param("addressee", anonymous ? null : asked.addressee().toString())
                .param("given", text(given))
                .param("day", anonymous ? null : surveys.today(), java.sql.Types.DATE)
                .update();
        sql.sql("delete from steering.unsent where addressee_id = :id")
                .param("id", asked.addressee())
                .update();
    }

    private String text(Map<UUID, List<String>> given) {
        return json.writeValueAsString(given).replace("\\u0000", "");
    }

    /// @param by who gave it; null in an anonymous survey
    record Answer(
            UUID id, @Nullable String by, @Nullable LocalDate on, Map<UUID, List<String>> given) {}

    /// Those of a survey one leads: as they come, or, of an anonymous one, once it is closed.
    @Transactional(readOnly = true)
    public List<Answer> all(Survey survey) {
        return sql.sql(
                        """
                        select w.id, a.name, w.given_on, w.given::text as given from steering.answer w left join steering.addressee a on a.id = w.addressee_id
                         where w.survey_id = :survey order by a.name collate "fr-x-icu", w.id
                        """)
                .param("survey", survey.id())
                .query((row, _) ->
                        new Answer(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("given_on", LocalDate.class),
                                json.readValue(row.getString("given"), GIVEN)))
                .list();
    }
}
