package fr.maillage.assessment.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Evaluations, their scores and the problems they give, in SQL.
@Repository
class AssessmentRepository {

    private static final String HELD =
            """
            select id, patient_id, questionnaire_url || '|' || questionnaire_version as canonical, questionnaire_code, title, status,
                   on_date, setting, participants, answers::text as answers, response::text as response, author_name, saved_at,
                   completed_at, version, saved_from, source, filled_by, sheet_id, not_resumed::text as not_resumed
            from assessment.response
            """;
    private static final TypeReference<Map<String, List<String>>> ANSWERS =
            new TypeReference<>() {};

    private static final TypeReference<List<Resumption.Lost>> LOST = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json;

    AssessmentRepository(JdbcClient sql, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /// Throws `NotFound` when there is none, or it is another person's.
    Held get(PatientId patient, UUID id) {
        return sql.sql(HELD + " where id = :id and patient_id = :patient")
                .param("id", id)
                .param("patient", patient.value())
                .query((row, _) -> held(row))
                .optional()
                .orElseThrow(() -> new NotFound("evaluation", id));
    }

    /// As [#get], and nobody else changes it until the transaction ends.
    Held lock(PatientId patient, UUID id) {
        return sql.sql(HELD + " where id = :id and patient_id = :patient for update")
                .param("id", id)
                .param("patient", patient.value())
                .query((row, _) -> held(row))
                .optional()
                .orElseThrow(() -> new NotFound("evaluation", id));
    }

    /// The last value of each score of a person.
    List<Population.Former> formerScores(PatientId patient) {
        return sql.sql(
                        "select code, value, on_date from assessment.last_score where patient_id = :patient")
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Population.Former.class))
                .list();
    }

    void insert(
            UUID id,
            PatientId patient,
            Questionnaires.Known known,
            LocalDate day,
            String setting,
            Resumption begun,
            String author,
            Origin origin) {
        sql.sql(
                        """
                        insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title,
                                                         on_date, setting, answers, not_resumed, author_name, saved_at, source, filled_by, sheet_id)
                        values (:id, :patient, :url, :version, :code, :title, :day, :setting, cast(:answers as jsonb), cast(:lost as jsonb), :author, :now,
                                :source, :filledBy, :sheet)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("url", known.url())
                .param("version", known.version())
                .param("code", known.code())
                .param("title", known.title())
                .param("day", day)
                .param("setting", setting)
                .param("answers", json.writeValueAsString(begun.answers()))
                .param(
                        "lost",
                        begun.lost().isEmpty() ? null : json.writeValueAsString(begun.lost()))
                .param("author", author)
                .param("now", now())
                .param("source", origin.source().name())
                .param("filledBy", origin.filledBy())
                .param("sheet", origin.sheet(), java.sql.Types.OTHER)
                .update();
    }

    /// Writes a draft; returns its new version.
    int save(
            UUID id,
            AssessmentContext context,
            LocalDate onDate,
            Map<String, List<String>> answers,
            UUID tab,
            String author) {
        return sql.sql(
                        """
                        update assessment.response
                           set on_date = :day, setting = :setting, participants = :participants, answers = cast(:answers as jsonb),
                               saved_at = :now, saved_from = :tab, author_name = :author, author_id = platform.account(), version = version + 1
                         where id = :id returning version
                        """)
                .param("day", onDate)
                .param("setting", context.setting())
                .param("participants", context.participants().toArray(String[]::new))
                .param("answers", json.writeValueAsString(answers))
                .param("now", now())
                .param("tab", tab)
                .param("author", author)
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The open draft of a questionnaire that was written in last.
    Optional<UUID> openDraft(PatientId patient, String code) {
        return sql.sql(
                        """
                        select id from assessment.response where patient_id = :patient and questionnaire_code = :code and status = 'BROUILLON'
                        order by saved_at desc, id limit 1
                        """)
                .param("patient", patient.value())
                .param("code", code)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /// A draft whose answers came from a telephone without a network; what a paper sheet said
    /// stays.
    void typedOffline(UUID id) {
        sql.sql(
                        """
                        update assessment.response set source = 'HORS_CONNEXION' where id = :id and source = 'ECRAN' and status = 'BROUILLON'
                        """)
                .param("id", id)
                .update();
    }

    void complete(UUID id, String response) {
        sql.sql(
                        """
                        update assessment.response set status = 'TERMINEE', response = cast(:response as jsonb), completed_at = :now where id = :id
                        """)
                .param("response", response)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void cancel(UUID id, String author) {
        sql.sql(
                        """
                        update assessment.response
                           set status = 'ANNULEE', saved_at = :now, author_name = :author, version = version + 1 where id = :id
                        """)
                .param("now", now())
                .param("author", author)
                .param("id", id)
                .update();
    }

    void addScore(UUID response, PatientId patient, LocalDate day, int rank, Score score) {
        sql.sql(
                        """
                        insert into assessment.score (response_id, patient_id, code, label, value, class_label, severity, on_date, rank, shown, state,
                                                      cut_off, meaning, reason)
                        values (:response, :patient, :code, :label, :value, :class, :severity, :day, :rank, :shown, :state, :cutOff, :meaning, :reason)
                        """)
                .param("response", response)
                .param("patient", patient.value())
                .param("code", score.code())
                .param("label", score.label())
                .param("value", score.value())
                .param("class", score.bandLabel())
                .param("severity", severity(score.severity()))
                .param("day", day)
                .param("rank", rank)
                .param("shown", score.text())
                .param("state", score.state().name())
                .param("cutOff", score.cutOff())
                .param("meaning", score.meaning())
                .param("reason", score.reason())
                .update();
    }

    static @Nullable String severity(@Nullable String ofTheDefinition) {
        if (ofTheDefinition == null) return null;
        return switch (ofTheDefinition) {
            case "none" -> "OK";
            case "severe" -> "ALERTE";
            default -> "ATTENTION";
        };
    }

    /// A finding suggests a problem: proposed once, its reason kept up to date until somebody
    /// decides; one that is already retained stays as it was decided.
    void propose(
            UUID response, PatientId patient, LocalDate day, String code, ProblemProposal problem) {
        sql.sql(
                        """
                        insert into assessment.problem (patient_id, code, label, domain, because, source, urgent, response_id, since, recorded_by)
                        values (:patient, :code, :label, :domain, :because, :source, :urgent, :response, :day, 'Maillage')
                        on conflict (network_id, patient_id, code) where code is not null and status in ('PROPOSE','RETENU') do update
                           set because = excluded.because, label = excluded.label, response_id = excluded.response_id, urgent = excluded.urgent,
                               version = assessment.problem.version + 1
                         where assessment.problem.status = 'PROPOSE'
                        """)
                .param("patient", patient.value())
                .param("code", code)
                .param("label", problem.label())
                .param("domain", domain(problem.domain()))
                .param("because", problem.reason())
                .param("source", problem.source())
                .param("urgent", problem.urgent())
                .param("response", response)
                .param("day", day)
                .update();
    }

    static String domain(ProblemProposal.Domain domain) {
        return switch (domain) {
            case MEDICAL -> "MEDICAL";
            case PSYCHOLOGICAL -> "PSYCHOLOGIQUE";
            case SOCIAL -> "SOCIAL";
            case AUTONOMY -> "AUTONOMIE";
            case ENVIRONMENT -> "ENVIRONNEMENT";
            case CARER -> "AIDANT";
        };
    }

    /// How many findings nobody decided about yet.
    int toDecide(PatientId patient) {
        return sql.sql(
                        "select count(*) from assessment.problem where patient_id = :patient and status = 'PROPOSE'")
                .param("patient", patient.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    void addProblem(
            UUID id, PatientId patient, Problems.New problem, LocalDate day, String author) {
        sql.sql(
                        """
                        insert into assessment.problem (id, patient_id, label, domain, severity, status, because, since, recorded_by, decided_on, decided_by)
                        values (:id, :patient, :label, :domain, :severity, 'RETENU', :because, :day, :author, :day, :author)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("label", problem.label())
                .param("domain", problem.domain())
                .param("severity", problem.severity())
                .param("because", problem.because().isEmpty() ? null : problem.because())
                .param("day", day)
                .param("author", author)
                .update();
    }

    /// A problem as kept.
    record Problem(
            UUID id,
            @Nullable String code,
            String label,
            String domain,
            @Nullable String severity,
            String status,
            int version) {}

    /// Throws `NotFound`.
    Problem lockProblem(PatientId patient, UUID id) {
        return sql.sql(
                        """
                        select id, code, label, domain, severity, status, version from assessment.problem
                        where id = :id and patient_id = :patient for update
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Problem(
                                row.getObject("id", UUID.class),
                                row.getString("code"),
                                row.getString("label"),
                                row.getString("domain"),
                                row.getString("severity"),
                                row.getString("status"),
                                row.getInt("version")))
                .optional()
                .orElseThrow(() -> new NotFound("probleme", id));
    }

    void decide(
            UUID id,
            String status,
            @Nullable String severity,
            @Nullable String words,
            LocalDate day,
            String author) {
        sql.sql(
                        """
                        update assessment.problem
                           set status = :status, severity = coalesce(:severity, severity), decision = :words, decided_on = :day, decided_by = :author,
                               resolved_on = case when :status = 'RESOLU' then cast(:day as date) end, version = version + 1
                         where id = :id
                        """)
                .param("status", status)
                .param("severity", severity)
                .param("words", words)
                .param("day", day)
                .param("author", author)
                .param("id", id)
                .update();
    }

    private Held held(ResultSet row) throws SQLException {
        var completed = row.getTimestamp("completed_at");
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("canonical"),
                row.getString("questionnaire_code"),
                row.getString("title"),
                row.getString("status"),
                row.getObject("on_date", LocalDate.class),
                row.getString("setting"),
                List.of((String[]) row.getArray("participants").getArray()),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getString("response"),
                row.getString("author_name"),
                row.getTimestamp("saved_at").toInstant(),
                completed == null ? null : completed.toInstant(),
                row.getInt("version"),
                row.getObject("saved_from", UUID.class),
                new Origin(
                        Origin.Source.valueOf(row.getString("source")),
                        row.getString("filled_by"),
                        row.getObject("sheet_id", UUID.class)),
                lost(row.getString("not_resumed")));
    }

    private List<Resumption.Lost> lost(@Nullable String kept) {
        return kept == null ? List.of() : json.readValue(kept, LOST);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
