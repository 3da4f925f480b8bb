package fr.maillage.careplan.internal.education;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Programmes of persons and what they want to acquire.
@Repository
class EducationRepository {

    private final JdbcClient sql;

    EducationRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// A programme the structure offers, or that is run around it.
    record Model(
            UUID id,
            String title,
            List<String> diseases,
            EducationLevel level,
            @Nullable String designedWith,
            RunBy runBy,
            @Nullable String runByName,
            LocalDate since,
            @Nullable LocalDate retiredOn) {}

    List<Model> models() {
        return sql.sql(
                        "select * from careplan.programme_model order by retired_on is not null, title collate \"fr-x-icu\", id")
                .query((row, _) ->
                        new Model(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                List.of((String[]) row.getArray("diseases").getArray()),
                                EducationLevel.valueOf(row.getString("level")),
                                row.getString("designed_with"),
                                RunBy.valueOf(row.getString("run_by")),
                                row.getString("run_by_name"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("retired_on", LocalDate.class)))
                .list();
    }

    void add(Model model) {
        sql.sql(
                        """
                        insert into careplan.programme_model (id, title, diseases, level, designed_with, run_by, run_by_name, since)
                        values (:id, :title, :diseases, :level, :with, :runBy, :name, :since)
                        """)
                .param("id", model.id())
                .param("title", model.title())
                .param("diseases", model.diseases().toArray(String[]::new))
                .param("level", model.level().name())
                .param("with", model.designedWith())
                .param("runBy", model.runBy().name())
                .param("name", model.runByName())
                .param("since", model.since())
                .update();
    }

    /// No new programme is begun from it; those that run go on.
    void retire(UUID model, LocalDate on) {
        sql.sql(
                        "update careplan.programme_model set retired_on = :on where id = :id and retired_on is null")
                .param("on", on)
                .param("id", model)
                .update();
    }

    /// Programmes of a person, those that run first.
    List<Programme> of(PatientId patient) {
        var competences = new HashMap<UUID, List<Programme.Competence>>();
        sql.sql(
                        """
                        select c.* from careplan.competence c join careplan.programme p on p.network_id = c.network_id and p.id = c.programme_id
                         where p.patient_id = :patient order by c.rank, c.id
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    competences
                            .computeIfAbsent(
                                    row.getObject("programme_id", UUID.class),
                                    _ -> new ArrayList<>())
                            .add(competence(row));
                });
        return sql.sql(
                        "select * from careplan.programme where patient_id = :patient order by status = 'EN_COURS' desc, proposed_on desc, id desc")
                .param("patient", patient.value())
                .query((row, _) ->
                        programme(
                                row,
                                competences.getOrDefault(
                                        row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /// A programme of this person, locked until the end of the transaction. Throws `NotFound`.
    Programme lock(PatientId patient, UUID id) {
        var locked =
                sql.sql(
                                "select id from careplan.programme where id = :id and patient_id = :patient for update")
                        .param("id", id)
                        .param("patient", patient.value())
                        .query((_, _) -> id)
                        .optional();
        if (locked.isEmpty()) throw new NotFound("programme", id);
        return of(patient).stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    void save(Programme p, Instant at, String by) {
        sql.sql(
                        """
                        insert into careplan.programme (id, patient_id, model_id, title, level, run_by, run_by_name, proposed_by, proposed_on, asked_on,
                          agreed_on, diagnosis_on, diagnosis_by, diagnosis, status, ended_on, evaluation, created_at, created_by)
                        values (:id, :patient, :model, :title, :level, :runBy, :runByName, :proposedBy, :proposedOn, :askedOn, :agreedOn, :diagnosisOn,
                          :diagnosisBy, :diagnosis, :status, :endedOn, :evaluation, :at, :by)
                        on conflict (network_id, id) do update set agreed_on = excluded.agreed_on, diagnosis_on = excluded.diagnosis_on,
                          diagnosis_by = excluded.diagnosis_by, diagnosis = excluded.diagnosis, status = excluded.status,
                          ended_on = excluded.ended_on, evaluation = excluded.evaluation
                        """)
                .param("id", p.id())
                .param("patient", p.patient().value())
                .param("model", p.model(), Types.OTHER)
                .param("title", p.title())
                .param("level", p.level().name())
                .param("runBy", p.runBy().name())
                .param("runByName", p.runByName())
                .param("proposedBy", p.proposedBy())
                .param("proposedOn", p.proposedOn())
                .param("askedOn", p.askedOn(), Types.DATE)
                .param("agreedOn", p.agreedOn(), Types.DATE)
                .param("diagnosisOn", p.diagnosisOn(), Types.DATE)
                .param("diagnosisBy", p.diagnosisBy())
                .param("diagnosis", p.diagnosis())
                .param("status", p.status())
                .param("endedOn", p.endedOn(), Types.DATE)
                .param("evaluation", p.evaluation())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void save(UUID programme, Programme.Competence c, int rank) {
        sql.sql(
                        """
                        insert into careplan.competence (id, programme_id, family, words, before, after, evaluated_on, rank)
                        values (:id, :programme, :family, :words, :before, :after, :on, :rank)
                        on conflict (network_id, id) do update set after = excluded.after, evaluated_on = excluded.evaluated_on
                        """)
                .param("id", c.id())
                .param("programme", programme)
                .param("family", c.family().name())
                .param("words", c.words())
                .param("before", c.before().name())
                .param("after", c.after() == null ? null : c.after().name())
                .param("on", c.evaluatedOn(), Types.DATE)
                .param("rank", rank)
                .update();
    }

    private static Programme.Competence competence(ResultSet row) throws SQLException {
        var after = row.getString("after");
        return new Programme.Competence(
                row.getObject("id", UUID.class),
                Family.valueOf(row.getString("family")),
                row.getString("words"),
                Mastery.valueOf(row.getString("before")),
                after == null ? null : Mastery.valueOf(after),
                row.getObject("evaluated_on", LocalDate.class));
    }

    private static Programme programme(ResultSet row, List<Programme.Competence> competences)
            throws SQLException {
        return new Programme(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("model_id", UUID.class),
                row.getString("title"),
                EducationLevel.valueOf(row.getString("level")),
                RunBy.valueOf(row.getString("run_by")),
                row.getString("run_by_name"),
                row.getString("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("agreed_on", LocalDate.class),
                row.getObject("diagnosis_on", LocalDate.class),
                row.getString("diagnosis_by"),
                row.getString("diagnosis"),
                row.getString("status"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("evaluation"),
                competences);
    }
}
