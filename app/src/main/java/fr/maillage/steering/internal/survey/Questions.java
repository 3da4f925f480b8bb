package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The questions of a survey, written while it is prepared.
@Service
@Transactional
class Questions {

    private static final int MOST_CHOICES = 30;

    private final JdbcClient sql;
    private final Surveys surveys;

    Questions(JdbcClient sql, Surveys surveys) {
        this.sql = sql;
        this.surveys = surveys;
    }

    /// In their order.
    @Transactional(readOnly = true)
    public List<Question> of(UUID survey) {
        return sql.sql(
                        """
                        select id, origin_id, rank, section, words, help, kind, required, choices, coalesce(low, 0) as low, coalesce(high, 0) as high, low_words, high_words, unit,
                               if_question, coalesce(if_choice, 0) as if_choice, version
                          from steering.question where survey_id = :survey order by rank, id
                        """)
                .param("survey", survey)
                .query((row, _) -> question(row))
                .list();
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("origin_id", UUID.class),
                row.getInt("rank"),
                row.getString("section"),
                row.getString("words"),
                row.getString("help"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("required"),
                List.of((String[]) row.getArray("choices").getArray()),
                row.getInt("low"),
                row.getInt("high"),
                row.getString("low_words"),
                row.getString("high_words"),
                row.getString("unit"),
                row.getObject("if_question", UUID.class),
                row.getInt("if_choice"),
                row.getInt("version"));
    }

    private record Typed(
            int rank,
            @Nullable String section,
            String words,
            @Nullable String help,
            Kind kind,
            boolean required,
            List<String> choices,
            int low,
            int high,
            @Nullable String lowWords,
            @Nullable String highWords,
            @Nullable String unit,
            @Nullable UUID ifQuestion,
            int ifChoice) {}

    /// @param itself the question changed; null for a new one
    private static Typed read(Sent form, List<Question> others, @Nullable Question itself) {
        var words = form.required("words", 500);
        var kind =
                Arrays.stream(Kind.values())
                        .filter(k -> k.name().equals(form.text("kind")))
                        .findFirst();
        if (kind.isEmpty()) form.errors().add("kind", WebText.CHOICE);
        var choices =
                form.text("choices").lines().map(String::strip).filter(c -> !c.isEmpty()).toList();
        var chosen = kind.filter(Kind::choices).isPresent();
        if (chosen && choices.size() < 2) form.errors().add("choices", SurveyText.TWO_CHOICES);
        if (choices.size() > MOST_CHOICES || choices.stream().anyMatch(c -> c.length() > 200))
            form.errors().add("choices", SurveyText.TOO_MANY_CHOICES);
        if (choices.stream().distinct().count() < choices.size())
            form.errors().add("choices", SurveyText.SAME_CHOICE);
        var scale = kind.filter(k -> k == Kind.ECHELLE).isPresent();
        var low = scale ? form.requiredNumber("low", -10, 10) : 0;
        var high = scale ? form.requiredNumber("high", -10, 20) : 0;
        if (scale && high <= low) form.errors().add("high", SurveyText.SCALE);
        if (scale && high - low > 20) form.errors().add("high", SurveyText.SCALE_TOO_LONG);
        var last = others.isEmpty() ? 0 : others.getLast().rank();
        var typed = form.number("rank", 1, 999);
        var rank = typed == null ? itself == null ? last + 1 : itself.rank() : typed;
        var condition = condition(form, others, rank, itself);
        FormRefused.unless(form.errors());
        return new Typed(
                rank,
                form.orNull("section", 200),
                words,
                form.orNull("help", 500),
                kind.orElseThrow(),
                form.checked("required"),
                chosen ? choices : List.of(),
                low,
                high,
                form.orNull("low_words", 60),
                form.orNull("high_words", 60),
                form.orNull("unit", 40),
                condition.map(Condition::question).orElse(null),
                condition.map(Condition::choice).orElse(0));
    }

    private record Condition(UUID question, int choice) {}

    /// « id:rank » of a choice of a question that comes before.
    private static Optional<Condition> condition(
            Sent form, List<Question> others, int rank, @Nullable Question itself) {
        var typed = form.text("condition");
        if (typed.isEmpty()) return Optional.empty();
        var found =
                others.stream()
                        .filter(q -> q.kind().choices())
                        .filter(q -> itself == null || !q.id().equals(itself.id()))
                        .filter(q -> q.rank() < rank)
                        .flatMap(q ->
                                java.util.stream.IntStream.rangeClosed(1, q.choices().size())
                                        .mapToObj(c -> new Condition(q.id(), c)))
                        .filter(c -> typed.equals(c.question() + ":" + c.choice()))
                        .findFirst();
        if (found.isEmpty()) form.errors().add("condition", SurveyText.CONDITION);
        return found;
    }

    void add(UUID survey, Sent form) {
        surveys.prepared(survey);
        var typed = read(form, of(survey), null);
        bind(
                        sql.sql(
                                """
                                insert into steering.question (survey_id, origin_id, rank, section, words, help, kind, required, choices, low, high, low_words, high_words, unit, if_question, if_choice)
                                select :survey, uuidv7(), :rank, :section, :words, :help, :kind, :required, :choices, :low, :high, :lowWords, :highWords, :unit, cast(:ifQuestion as uuid), :ifChoice
                                """),
                        typed)
                .param("survey", survey)
                .update();
    }

    /// Throws `OptimisticLockingFailureException` when a colleague saved first.
    void change(UUID survey, UUID id, Sent form) {
        surveys.prepared(survey);
        var all = of(survey);
        var itself =
                all.stream()
                        .filter(q -> q.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("question", id));
        var typed = read(form, all, itself);
        var asks =
                all.stream()
                        .filter(q -> id.equals(q.ifQuestion()))
                        .anyMatch(q ->
                                q.rank() <= typed.rank() || q.ifChoice() > typed.choices().size());
        if (asks) throw FormRefused.because("kind", SurveyText.ASKED_BY_OTHERS);
        var changed =
                bind(
                                sql.sql(
                                        """
                                        update steering.question set rank = :rank, section = :section, words = :words, help = :help, kind = :kind, required = :required, choices = :choices,
                                               low = :low, high = :high, low_words = :lowWords, high_words = :highWords, unit = :unit, if_question = cast(:ifQuestion as uuid),
                                               if_choice = :ifChoice, version = version + 1 where id = :id and survey_id = :survey and version = :version
                                        """),
                                typed)
                        .param("id", id)
                        .param("survey", survey)
                        .param("version", form.number("_tag"))
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("question " + id);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec to, Typed typed) {
        var scale = typed.kind() == Kind.ECHELLE;
        return to.param("rank", typed.rank())
                .param("section", typed.section())
                .param("words", typed.words())
                .param("help", typed.help())
                .param("kind", typed.kind().name())
                .param("required", typed.required())
                .param("choices", new ArrayList<>(typed.choices()).toArray(String[]::new))
                .param("low", scale ? typed.low() : null, java.sql.Types.INTEGER)
                .param("high", scale ? typed.high() : null, java.sql.Types.INTEGER)
                .param("lowWords", scale ? typed.lowWords() : null)
                .param("highWords", scale ? typed.highWords() : null)
                .param("unit", typed.kind() == Kind.NOMBRE ? typed.unit() : null)
                .param(
                        "ifQuestion",
                        typed.ifQuestion() == null ? null : typed.ifQuestion().toString())
                .param(
                        "ifChoice",
                        typed.ifQuestion() == null ? null : typed.ifChoice(),
                        java.sql.Types.INTEGER);
    }

    /// Takes one away; refused while another is asked after it.
    void remove(UUID survey, UUID id) {
        surveys.prepared(survey);
        if (of(survey).stream().anyMatch(q -> id.equals(q.ifQuestion())))
            throw FormRefused.because("survey", SurveyText.ASKED_BY_OTHERS);
        if (sql.sql("delete from steering.question where id = :id and survey_id = :survey")
                        .param("id", id)
                        .param("survey", survey)
                        .update()
                == 0) throw new NotFound("question", id);
    }
}
