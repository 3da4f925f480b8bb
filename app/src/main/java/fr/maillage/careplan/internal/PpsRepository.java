package fr.maillage.careplan.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Loads plans with their lines, and saves their life and their texts; the lines are written one by
/// one by [LineRepository].
@Repository
class PpsRepository {

    private final JdbcClient sql;
    private final LineRepository lines;

    PpsRepository(JdbcClient sql, LineRepository lines) {
        this.sql = sql;
        this.lines = lines;
    }

    /// A plan. Throws `NotFound`.
    Pps get(UUID id) {
        return whole(sql.sql("select * from careplan.pps where id = :id").param("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// A plan nobody else changes until the end of the transaction. Throws `NotFound`.
    Pps lock(UUID id) {
        return whole(
                        sql.sql("select * from careplan.pps where id = :id for update")
                                .param("id", id))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// Every version of a person's plan, latest first.
    List<Pps> of(PatientId patient) {
        return whole(
                sql.sql(
                                "select * from careplan.pps where patient_id = :patient order by number desc, created_at desc")
                        .param("patient", patient.value()));
    }

    Optional<Pps> inForce(PatientId patient) {
        return whole(
                        sql.sql(
                                        "select * from careplan.pps where patient_id = :patient and status = 'EN_VIGUEUR'")
                                .param("patient", patient.value()))
                .stream()
                .findFirst();
    }

    Optional<Pps> inPreparation(PatientId patient) {
        return whole(
                        sql.sql(
                                        "select * from careplan.pps where patient_id = :patient and status in ('BROUILLON', 'SOUMIS')")
                                .param("patient", patient.value()))
                .stream()
                .findFirst();
    }

    /// Versions of an accompaniment that are not over.
    List<Pps> openOf(UUID support) {
        return whole(
                sql.sql(
                                "select * from careplan.pps where support_id = :support and status in ('BROUILLON', 'SOUMIS', 'EN_VIGUEUR') for update")
                        .param("support", support));
    }

    int nextNumber(PatientId patient) {
        return sql.sql(
                        "select coalesce(max(number), 0) + 1 from careplan.pps where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Writes a new, empty draft.
    void insert(
            UUID id,
            PatientId patient,
            UUID support,
            int number,
            @Nullable UUID previous,
            Instant at,
            String by) {
        sql.sql(
                        """
                        insert into careplan.pps (id, patient_id, support_id, number, previous_id, created_at, created_by)
                        values (:id, :patient, :support, :number, :previous, :at, :by)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("support", support)
                .param("number", number)
                .param("previous", previous)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// Writes the life of a plan. Throws `OptimisticLockingFailureException` when somebody saved
    /// first.
    void saveLife(Pps pps) {
        var saved =
                sql.sql(
                                """
                                update careplan.pps set status = :status, opinion = :opinion, submitted_at = :submitted, in_force_at = :inForce,
                                       in_force_by = :by, in_force_why = :why, in_force_reason = :reason, replaced_at = :replaced, closed_at = :closed,
                                       version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("status", pps.status().name())
                        .param("opinion", pps.opinion().name())
                        .param("submitted", stamp(pps.submittedAt()))
                        .param("inForce", stamp(pps.inForceAt()))
                        .param("by", pps.inForceBy())
                        .param("why", pps.inForceWhy() == null ? null : pps.inForceWhy().name())
                        .param("reason", pps.inForceReason())
                        .param("replaced", stamp(pps.replacedAt()))
                        .param("closed", stamp(pps.closedAt()))
                        .param("id", pps.id())
                        .param("version", pps.version())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("pps " + pps.id());
    }

    /// The plan in force of the person, other than `id`, is replaced.
    void replaceFormer(PatientId patient, UUID id, Instant at) {
        sql.sql(
                        """
                        update careplan.pps set status = 'REMPLACE', replaced_at = :at, version = version + 1
                         where patient_id = :patient and status = 'EN_VIGUEUR' and id <> :id
                        """)
                .param("at", Timestamp.from(at))
                .param("patient", patient.value())
                .param("id", id)
                .update();
    }

    /// Writes the texts of a draft, its dates and its référent.
    void saveTexts(UUID id, Content content) {
        var statement =
                sql.sql(
                        """
                        update careplan.pps set synthesis = :synthesis, strengths = :strengths, mt_problems = :mt_problems, preferences_person = :preferences_person,
                               preferences_relatives = :preferences_relatives, representative_words = :representative_words, life_project = :life_project,
                               doctor_name = :doctor_name, doctor_contact = :doctor_contact, treatment_accepted = :treatment_accepted,
                               hospital_expected = :hospital_expected, phases = :phases, education_summary = :education_summary, prevention = :prevention,
                               social_assessment = :social_assessment, social_worker = :social_worker, context_medical = :context_medical,
                               context_social = :context_social, context_psychological = :context_psychological, context_autonomy = :context_autonomy,
                               useful_contacts = :useful_contacts, crisis = :crisis, case_coordinator = :case_coordinator, change_reason = :change_reason,
                               referent_id = :referent, referent_name = :referentName, reassess_on = :reassess, version = version + 1
                         where id = :id
                        """);
        for (var topic : Topic.values()) {
            var text = content.text(topic);
            statement = statement.param(topic.column(), text.isEmpty() ? null : text);
        }
        statement
                .param("referent", content.referentId())
                .param("referentName", content.referentName())
                .param("reassess", content.reassessOn())
                .param("id", id)
                .update();
    }

    /// The plans a statement finds, in its order, each with its lines.
    private List<Pps> whole(JdbcClient.StatementSpec statement) {
        var heads = statement.query(PpsRepository::head).list();
        var all = lines.of(heads.stream().map(Pps::id).toList());
        return heads.stream()
                .map(h -> {
                    var its = Objects.requireNonNull(all.get(h.id()));
                    return h.with(
                            h.content()
                                    .with(
                                            its.pathologies(),
                                            its.goals(),
                                            its.interventions(),
                                            its.aids()));
                })
                .toList();
    }

    /// A plan without its lines.
    private static Pps head(ResultSet row, int ignored) throws SQLException {
        var texts = new EnumMap<Topic, String>(Topic.class);
        for (var topic : Topic.values()) {
            var text = row.getString(topic.column());
            if (text != null && !text.isEmpty()) texts.put(topic, text);
        }
        var why = row.getString("in_force_why");
        return new Pps(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("support_id", UUID.class),
                row.getInt("number"),
                row.getObject("previous_id", UUID.class),
                Status.valueOf(row.getString("status")),
                Opinion.valueOf(row.getString("opinion")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row, "submitted_at"),
                instant(row, "in_force_at"),
                row.getString("in_force_by"),
                why == null ? null : Pps.ForceBy.valueOf(why),
                row.getString("in_force_reason"),
                instant(row, "replaced_at"),
                instant(row, "closed_at"),
                new Content(
                        texts,
                        row.getObject("reassess_on", LocalDate.class),
                        row.getObject("referent_id", UUID.class),
                        row.getString("referent_name"),
                        List.of(),
                        List.of(),
                        List.of()),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
