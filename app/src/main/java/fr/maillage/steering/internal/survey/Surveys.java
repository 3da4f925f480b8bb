package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.NotFound;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a survey: prepared, opened (its questions are frozen), closed, asked again as
/// another wave.
@Service
@Transactional
class Surveys {

    private static final String SELECT =
            """
            select s.id, s.structure_id, l.name as leader, s.series_id, s.wave, s.title, s.purpose, s.of_service, s.anonymous, s.status, s.opens_on, s.closes_on, s.closed_on,
                   s.version, registry.may_edit(s.structure_id) as mine
              from steering.survey s join registry.listed l on l.id = s.structure_id
            """;

    private final JdbcClient sql;
    private final Leaders leaders;
    private final Clock clock;

    Surveys(JdbcClient sql, Leaders leaders, Clock clock) {
        this.sql = sql;
        this.leaders = leaders;
        this.clock = clock;
    }

    /// @param series its first wave
    /// @param ofService evaluates the service networks render
    /// @param mine led by who is signed in
    record Survey(
            UUID id,
            UUID leaderId,
            String leader,
            UUID series,
            int wave,
            String title,
            String purpose,
            boolean ofService,
            boolean anonymous,
            String status,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable LocalDate closedOn,
            int version,
            boolean mine) {

        boolean prepared() {
            return status.equals("PREPARATION");
        }

        boolean closed() {
            return status.equals("CLOSE");
        }

        /// Whether answers are taken that day.
        boolean takes(LocalDate day) {
            return status.equals("OUVERTE") && !day.isBefore(opensOn) && !day.isAfter(closesOn);
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Those of who is signed in, the latest first; at most 200.
    @Transactional(readOnly = true)
    public List<Survey> mine() {
        return sql.sql(
                        SELECT
                                + " where registry.may_edit(s.structure_id) order by s.opens_on desc, s.title, s.wave desc limit 200")
                .query((row, _) -> survey(row))
                .list();
    }

    /// The other waves of a survey, the latest first.
    @Transactional(readOnly = true)
    public List<Survey> waves(Survey of) {
        return sql.sql(SELECT + " where s.series_id = :series and s.id <> :id order by s.wave desc")
                .param("series", of.series())
                .param("id", of.id())
                .query((row, _) -> survey(row))
                .list();
    }

    /// One that may be read. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Survey get(UUID id) {
        return sql.sql(SELECT + " where s.id = :id")
                .param("id", id)
                .query((row, _) -> survey(row))
                .optional()
                .orElseThrow(() -> new NotFound("survey", id));
    }

    /// One that who is signed in leads. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Survey led(UUID id) {
        var survey = get(id);
        if (!survey.mine()) throw new NotFound("survey", id);
        return survey;
    }

    /// One that is still being prepared; refused once it was opened.
    Survey prepared(UUID id) {
        var survey = led(id);
        if (!survey.prepared()) throw FormRefused.because("survey", SurveyText.FROZEN);
        return survey;
    }

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                row.getObject("id", UUID.class),
                row.getObject("structure_id", UUID.class),
                row.getString("leader"),
                row.getObject("series_id", UUID.class),
                row.getInt("wave"),
                row.getString("title"),
                row.getString("purpose"),
                row.getBoolean("of_service"),
                row.getBoolean("anonymous"),
                row.getString("status"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"),
                row.getBoolean("mine"));
    }

    private record Typed(
            String title,
            String purpose,
            boolean ofService,
            boolean anonymous,
            LocalDate opensOn,
            LocalDate closesOn) {}

    private Typed read(Sent form) {
        var title = form.required("title", 200);
        var purpose = form.required("purpose", 2_000);
        var names = form.choice("names", List.of("NOMS", "ANONYME"));
        var opens = form.requiredDay("opens_on", today());
        var closes = form.requiredDay("closes_on", opens);
        if (closes.isBefore(opens)) form.errors().add("closes_on", SurveyText.ENDS_BEFORE);
        FormRefused.unless(form.errors());
        return new Typed(
                title, purpose, form.checked("of_service"), names.equals("ANONYME"), opens, closes);
    }

    /// Begins one, in the name of a sheet of theirs.
    UUID create(Sent form) {
        var mine = leaders.mine().keySet();
        var leader = form.id("structure").orElse(null);
        if (leader == null || !mine.contains(leader))
            form.errors().add("structure", SurveyText.LEADER);
        var typed = read(form);
        var id =
                sql.sql(
                                """
                                insert into steering.survey (id, structure_id, series_id, title, purpose, of_service, anonymous, opens_on, closes_on)
                                select i, :leader, i, :title, :purpose, :service, :anonymous, :opens, :closes from (select uuidv7() as i) x returning id
                                """)
                        .param("leader", leader)
                        .param("title", typed.title())
                        .param("purpose", typed.purpose())
                        .param("service", typed.ofService())
                        .param("anonymous", typed.anonymous())
                        .param("opens", typed.opensOn())
                        .param("closes", typed.closesOn())
                        .query(UUID.class)
                        .single();
        return id;
    }

    /// Throws `OptimisticLockingFailureException` when a colleague saved first.
    void change(UUID id, Sent form) {
        prepared(id);
        var typed = read(form);
        changed(
                sql.sql(
                                """
                                update steering.survey set title = :title, purpose = :purpose, of_service = :service, anonymous = :anonymous, opens_on = :opens, closes_on = :closes,
                                       version = version + 1 where id = :id and version = :version
                                """)
                        .param("title", typed.title())
                        .param("purpose", typed.purpose())
                        .param("service", typed.ofService())
                        .param("anonymous", typed.anonymous())
                        .param("opens", typed.opensOn())
                        .param("closes", typed.closesOn())
                        .param("id", id)
                        .param("version", form.number("_tag"))
                        .update(),
                id);
    }

    private static void changed(int lines, UUID id) {
        if (lines == 0) throw new OptimisticLockingFailureException("survey " + id);
    }

    /// Takes one away that was never opened.
    void remove(UUID id) {
        prepared(id);
        sql.sql("delete from steering.survey where id = :id").param("id", id).update();
    }

    /// From now on questions and announcement do not change, and answers are taken from the day it
    /// opens.
    void open(UUID id) {
        var survey = prepared(id);
        var errors = new FormErrors();
        if (sql.sql("select count(*) from steering.question where survey_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0) errors.add("survey", SurveyText.NO_QUESTION);
        if (sql.sql("select count(*) from steering.addressee where survey_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0) errors.add("survey", SurveyText.NOBODY);
        if (survey.closesOn().isBefore(today())) errors.add("survey", SurveyText.OVER_BEFORE);
        FormRefused.unless(errors);
        sql.sql(
                        "update steering.survey set status = 'OUVERTE', version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /// Lets it run until another day; refused in the past.
    void extend(UUID id, Sent form) {
        var survey = led(id);
        var until = form.requiredDay("closes_on", survey.closesOn());
        if (until.isBefore(today())) form.errors().add("closes_on", SurveyText.PAST);
        if (!survey.status().equals("OUVERTE")) form.errors().add("closes_on", SurveyText.NOT_OPEN);
        FormRefused.unless(form.errors());
        sql.sql(
                        "update steering.survey set closes_on = :until, version = version + 1 where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
    }

    /// Takes no answer any more. Anonymous ones are written anew in an order of chance: neither
    /// their place nor their transaction is any longer that of who answered when.
    void close(UUID id) {
        var survey = led(id);
        if (!survey.status().equals("OUVERTE"))
            throw FormRefused.because("survey", SurveyText.NOT_OPEN);
        sql.sql(
                        "update steering.survey set status = 'CLOSE', closed_on = :today, version = version + 1 where id = :id")
                .param("today", today())
                .param("id", id)
                .update();
        sql.sql(
                        "update steering.addressee set link = null where survey_id = :id and link is not null")
                .param("id", id)
                .update();
        if (survey.anonymous())
            sql.sql(
                            """
                            with gone as (delete from steering.answer where survey_id = :id returning survey_id, anonymous, given)
                            insert into steering.answer (survey_id, anonymous, given) select survey_id, anonymous, given from gone order by random()
                            """)
                    .param("id", id)
                    .update();
    }

    /// The same survey again: its questions, to be asked of the same, from today for as long as the
    /// first was open.
    UUID nextWave(UUID id) {
        var survey = led(id);
        if (survey.prepared()) throw FormRefused.because("survey", SurveyText.NOT_OPENED_YET);
        var next =
                sql.sql(
                                """
                                insert into steering.survey (structure_id, series_id, wave, title, purpose, of_service, anonymous, opens_on, closes_on)
                                select s.structure_id, s.series_id, (select max(w.wave) + 1 from steering.survey w where w.series_id = s.series_id), s.title, s.purpose, s.of_service,
                                       s.anonymous, :today, :today + (s.closes_on - s.opens_on) from steering.survey s where s.id = :id returning id
                                """)
                        .param("today", today())
                        .param("id", id)
                        .query(UUID.class)
                        .single();
        sql.sql(
                        """
                        insert into steering.question (survey_id, origin_id, rank, section, words, help, kind, required, choices, low, high, low_words, high_words, unit)
                        select :next, origin_id, rank, section, words, help, kind, required, choices, low, high, low_words, high_words, unit from steering.question where survey_id = :id
                        """)
                .param("next", next)
                .param("id", id)
                .update();
        sql.sql(
                        """
                        update steering.question n set if_question = p.id, if_choice = o.if_choice
                          from steering.question o join steering.question c on c.id = o.if_question, steering.question p
                         where n.survey_id = :next and o.survey_id = :id and o.origin_id = n.origin_id and p.survey_id = :next and p.origin_id = c.origin_id
                        """)
                .param("next", next)
                .param("id", id)
                .update();
        sql.sql(
                        """
                        insert into steering.addressee (survey_id, anonymous, structure_id, account_id, name, email)
                        select :next, anonymous, structure_id, account_id, name, email from steering.addressee where survey_id = :id
                        """)
                .param("next", next)
                .param("id", id)
                .update();
        return next;
    }
}
