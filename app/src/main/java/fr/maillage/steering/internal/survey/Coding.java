package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.NotFound;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The qualitative part: somebody reads the free texts of a question once the survey is closed, and
/// marks what each speaks of.
@Service
@Transactional
class Coding {

    private final JdbcClient sql;
    private final Surveys surveys;

    Coding(JdbcClient sql, Surveys surveys) {
        this.sql = sql;
        this.surveys = surveys;
    }

    /// @param answers how many texts speak of it
    record Code(UUID id, UUID question, String label, int answers) {}

    /// Codes of a survey with how many texts each has, the most frequent first.
    @Transactional(readOnly = true)
    public List<Code> codes(UUID survey) {
        return sql.sql(
                        """
                        select c.id, c.question_id, c.label, count(k.answer_id)::int as answers from steering.code c left join steering.coding k on k.code_id = c.id
                         where c.survey_id = :survey group by c.id order by answers desc, c.label collate "fr-x-icu"
                        """)
                .param("survey", survey)
                .query((row, _) ->
                        new Code(
                                row.getObject("id", UUID.class),
                                row.getObject("question_id", UUID.class),
                                row.getString("label"),
                                row.getInt("answers")))
                .list();
    }

    /// By answer, the codes of its text to a question.
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> marked(UUID question) {
        var marked = new HashMap<UUID, Set<UUID>>();
        sql.sql(
                        "select k.answer_id, k.code_id from steering.coding k join steering.code c on c.id = k.code_id where c.question_id = :question")
                .param("question", question)
                .query((row, _) ->
                        marked.computeIfAbsent(
                                        row.getObject("answer_id", UUID.class),
                                        _ -> new HashSet<>())
                                .add(row.getObject("code_id", UUID.class)))
                .list();
        return marked;
    }

    private Survey closed(UUID id) {
        var survey = surveys.led(id);
        if (!survey.closed()) throw FormRefused.because("survey", SurveyText.CODING_AFTER);
        return survey;
    }

    void add(UUID survey, UUID question, Sent form) {
        closed(survey);
        var label = form.required("label", 100);
        FormRefused.unless(form.errors());
        if (sql.sql(
                                "insert into steering.code (survey_id, question_id, label) values (:survey, :question, :label) on conflict do nothing")
                        .param("survey", survey)
                        .param("question", question)
                        .param("label", label)
                        .update()
                == 0) throw FormRefused.because("label", SurveyText.CODE_THERE);
    }

    void remove(UUID survey, UUID code) {
        closed(survey);
        if (sql.sql("delete from steering.code where id = :id and survey_id = :survey")
                        .param("id", code)
                        .param("survey", survey)
                        .update()
                == 0) throw new NotFound("code", code);
    }

    /// Sets the codes of one text: those ticked, and no other of this question.
    void mark(UUID survey, UUID question, UUID answer, List<UUID> codes) {
        closed(survey);
        var ticked = codes.toArray(UUID[]::new);
        sql.sql(
                        """
                        delete from steering.coding k using steering.code c
                         where c.id = k.code_id and c.question_id = :question and k.answer_id = :answer and k.code_id <> all (:codes)
                        """)
                .param("question", question)
                .param("answer", answer)
                .param("codes", ticked)
                .update();
        sql.sql(
                        """
                        insert into steering.coding (answer_id, code_id)
                        select w.id, c.id from steering.answer w, steering.code c
                         where w.id = :answer and w.survey_id = :survey and c.question_id = :question and c.id = any (:codes) on conflict do nothing
                        """)
                .param("answer", answer)
                .param("survey", survey)
                .param("question", question)
                .param("codes", ticked)
                .update();
    }
}
