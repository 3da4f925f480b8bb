package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Loads and saves plans. Goals and interventions are rows with ids that survive from version to
/// version: each is written by itself, never rewritten with the plan.
@Repository
class PpsRepository {

    private final JdbcClient sql;
    private final Origins origins;
    private final Aids aids;

    PpsRepository(JdbcClient sql, Origins origins, Aids aids) {
        this.sql = sql;
        this.origins = origins;
        this.aids = aids;
    }

    /// A plan. Throws `NotFound`.
    Pps get(UUID id) {
        return sql.sql("select * from careplan.pps where id = :id")
                .param("id", id)
                .query(this::pps)
                .optional()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// A plan nobody else changes until the end of the transaction. Throws `NotFound`.
    Pps lock(UUID id) {
        return sql.sql("select * from careplan.pps where id = :id for update")
                .param("id", id)
                .query(this::pps)
                .optional()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// Every version of a person's plan, latest first.
    List<Pps> of(PatientId patient) {
        return sql.sql(
                        "select * from careplan.pps where patient_id = :patient order by number desc, created_at desc")
                .param("patient", patient.value())
                .query(this::pps)
                .list();
    }

    Optional<Pps> inForce(PatientId patient) {
        return sql.sql(
                        "select * from careplan.pps where patient_id = :patient and status = 'EN_VIGUEUR'")
                .param("patient", patient.value())
                .query(this::pps)
                .optional();
    }

    Optional<Pps> inPreparation(PatientId patient) {
        return sql.sql(
                        "select * from careplan.pps where patient_id = :patient and status in ('BROUILLON', 'SOUMIS')")
                .param("patient", patient.value())
                .query(this::pps)
                .optional();
    }

    /// Versions of an accompaniment that are not over.
    List<Pps> openOf(UUID support) {
        return sql.sql(
                        "select * from careplan.pps where support_id = :support and status in ('BROUILLON', 'SOUMIS', 'EN_VIGUEUR') for update")
                .param("support", support)
                .query(this::pps)
                .list();
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

    /// Copies pathologies, goals, interventions and aids, the last three with their ids. No goal is
    /// graded yet: what the former version said of it stands.
    void copy(UUID from, UUID to) {
        sql.sql(
                        "insert into careplan.pathology (pps_id, label, severity, ald, main, rank) select :to, label, severity, ald, main, rank from careplan.pathology where pps_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
        sql.sql(
                        """
                        insert into careplan.goal (pps_id, goal_id, problem, problem_id, domain, kind, title, indicator, target, due_on, result, result_why, rank)
                        select :to, goal_id, problem, problem_id, domain, kind, title, indicator, target, due_on, result, result_why, rank
                        from careplan.goal where pps_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
        sql.sql(
                        """
                        insert into careplan.intervention (pps_id, intervention_id, patient_id, goal_id, volet, type, title, actor_id, actor_name,
                          actor_profession, actor_group, main_actor, place, starts_on, ends_on, every_n, every_unit, times, weekdays, window_days,
                          tolerance_days, note, rank, after_n, after_unit, after_what, after_act)
                        select :to, intervention_id, patient_id, goal_id, volet, type, title, actor_id, actor_name, actor_profession, actor_group,
                          main_actor, place, starts_on, ends_on, every_n, every_unit, times, weekdays, window_days, tolerance_days, note, rank,
                          after_n, after_unit, after_what, after_act
                        from careplan.intervention where pps_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
        sql.sql(
                        """
                        insert into careplan.aid (pps_id, aid_id, kind, title, body, asked_by, right_id, note, rank)
                        select :to, aid_id, kind, title, body, asked_by, right_id, note, rank from careplan.aid where pps_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
        origins.copy(from, to);
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

    void save(UUID pps, Pathology p, int rank) {
        sql.sql(
                        """
                        insert into careplan.pathology (pps_id, id, label, severity, ald, main, rank) values (:pps, :id, :label, :severity, :ald, :main, :rank)
                        on conflict (network_id, id) do update set label = excluded.label, severity = excluded.severity, ald = excluded.ald, main = excluded.main
                        """)
                .param("pps", pps)
                .param("id", p.id())
                .param("label", p.label())
                .param("severity", p.severity())
                .param("ald", p.ald())
                .param("main", p.main())
                .param("rank", rank)
                .update();
    }

    void save(UUID pps, Goal g, int rank) {
        sql.sql(
                        """
                        insert into careplan.goal (pps_id, goal_id, problem, problem_id, domain, kind, title, indicator, target, due_on, result, result_why, reviewed_on, rank)
                        values (:pps, :id, :problem, :problemId, :domain, :kind, :title, :indicator, :target, :due, :result, :why, :reviewed, :rank)
                        on conflict (network_id, pps_id, goal_id) do update set problem = excluded.problem, problem_id = excluded.problem_id,
                          domain = excluded.domain, kind = excluded.kind, title = excluded.title, indicator = excluded.indicator, target = excluded.target,
                          due_on = excluded.due_on, result = excluded.result, result_why = excluded.result_why, reviewed_on = excluded.reviewed_on
                        """)
                .param("pps", pps)
                .param("id", g.id())
                .param("problem", g.problem())
                .param("problemId", g.problemId())
                .param("domain", g.domain())
                .param("kind", g.kind())
                .param("title", g.title())
                .param("indicator", g.indicator())
                .param("target", g.target())
                .param("due", g.dueOn())
                .param("result", g.result())
                .param("why", g.resultWhy())
                .param("reviewed", g.reviewedOn(), Types.DATE)
                .param("rank", rank)
                .update();
    }

    void save(UUID pps, PatientId patient, Intervention i, int rank) {
        var r = i.recurrence();
        var after = r.after();
        sql.sql(
                        """
                        insert into careplan.intervention (pps_id, intervention_id, patient_id, goal_id, volet, type, title, actor_id, actor_name,
                          actor_profession, actor_group, main_actor, place, starts_on, ends_on, every_n, every_unit, times, weekdays, window_days,
                          tolerance_days, note, rank, after_n, after_unit, after_what, after_act)
                        values (:pps, :id, :patient, :goal, :volet, :type, :title, :actor, :actorName, :profession, :group, :main, :place, :starts, :ends,
                          :every, :unit, :times, :weekdays, :window, :tolerance, :note, :rank, :afterN, :afterUnit, :afterWhat, :afterAct)
                        on conflict (network_id, pps_id, intervention_id) do update set goal_id = excluded.goal_id, volet = excluded.volet,
                          type = excluded.type, title = excluded.title, actor_id = excluded.actor_id, actor_name = excluded.actor_name,
                          actor_profession = excluded.actor_profession, actor_group = excluded.actor_group, main_actor = excluded.main_actor,
                          place = excluded.place, starts_on = excluded.starts_on, ends_on = excluded.ends_on, every_n = excluded.every_n,
                          every_unit = excluded.every_unit, times = excluded.times, weekdays = excluded.weekdays, window_days = excluded.window_days,
                          tolerance_days = excluded.tolerance_days, note = excluded.note, after_n = excluded.after_n,
                          after_unit = excluded.after_unit, after_what = excluded.after_what, after_act = excluded.after_act
                        """)
                .param("pps", pps)
                .param("id", i.id())
                .param("patient", patient.value())
                .param("goal", i.goalId())
                .param("volet", i.type().volet())
                .param("type", i.type().name())
                .param("title", i.title())
                .param("actor", i.actorId())
                .param("actorName", i.actorName())
                .param("profession", i.actorProfession())
                .param("group", i.actorGroup())
                .param("main", i.mainActor())
                .param("place", i.place())
                .param("starts", r.startsOn())
                .param("ends", r.endsOn())
                .param("every", r.everyN())
                .param("unit", r.unit())
                .param("times", r.times())
                .param("weekdays", r.weekdays().stream().sorted().toArray(Integer[]::new))
                .param("window", i.windowDays())
                .param("tolerance", i.toleranceDays())
                .param("note", i.note())
                .param("rank", rank)
                .param("afterN", after == null ? null : after.n(), Types.INTEGER)
                .param("afterUnit", after == null ? null : after.unit(), Types.VARCHAR)
                .param("afterWhat", after == null ? null : after.what().name(), Types.VARCHAR)
                .param("afterAct", after == null ? null : after.act(), Types.OTHER)
                .update();
    }

    void removePathology(UUID pps, UUID id) {
        sql.sql("delete from careplan.pathology where pps_id = :pps and id = :id")
                .param("pps", pps)
                .param("id", id)
                .update();
    }

    /// Removes a goal; its interventions stay, without a goal.
    void removeGoal(UUID pps, UUID id) {
        origins.remove(pps, id);
        sql.sql(
                        "update careplan.intervention set goal_id = null where pps_id = :pps and goal_id = :id")
                .param("pps", pps)
                .param("id", id)
                .update();
        sql.sql("delete from careplan.goal where pps_id = :pps and goal_id = :id")
                .param("pps", pps)
                .param("id", id)
                .update();
    }

    /// Removes an intervention; what waited for it keeps its first day and waits for nothing.
    void removeIntervention(UUID pps, UUID id) {
        origins.remove(pps, id);
        sql.sql(
                        """
                        update careplan.intervention set after_n = null, after_unit = null, after_what = null, after_act = null
                         where pps_id = :pps and after_act = :id
                        """)
                .param("pps", pps)
                .param("id", id)
                .update();
        sql.sql("delete from careplan.intervention where pps_id = :pps and intervention_id = :id")
                .param("pps", pps)
                .param("id", id)
                .update();
    }

    /// Keeps who is around the person on `day`.
    void keepActors(UUID pps, PatientId patient, LocalDate day) {
        sql.sql("delete from careplan.actor where pps_id = :pps").param("pps", pps).update();
        sql.sql(
                        """
                        insert into careplan.actor (pps_id, actor_id, actor_group, role, main, name, profession, phone)
                        select :pps, id, actor_group, role, main, name, profession, phone from casefile.circle
                         where patient_id = :patient and since <= :day and (until is null or until >= :day)
                        """)
                .param("pps", pps)
                .param("patient", patient.value())
                .param("day", day)
                .update();
    }

    record KeptActor(
            UUID id,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String phone) {}

    /// Who was kept with a version, main actors first; nobody before it is submitted.
    List<KeptActor> actors(UUID pps) {
        return sql.sql(
                        "select * from careplan.actor where pps_id = :pps order by main desc, name collate \"fr-x-icu\", actor_id")
                .param("pps", pps)
                .query((row, _) ->
                        new KeptActor(
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor_group"),
                                row.getString("role"),
                                row.getBoolean("main"),
                                row.getString("name"),
                                row.getString("profession"),
                                row.getString("phone")))
                .list();
    }

    record RecordedOpinion(
            Opinion opinion,
            LocalDate givenOn,
            String givenBy,
            String channel,
            @Nullable String words,
            String recordedBy,
            Instant recordedAt) {}

    void add(UUID pps, Pps.Given given, String recordedBy, Instant at) {
        sql.sql(
                        """
                        insert into careplan.opinion (pps_id, opinion, given_on, given_by, given_by_rpps, channel, words, recorded_by, recorded_at)
                        values (:pps, :opinion, :on, :by, :rpps, :channel, :words, :recordedBy, :at)
                        """)
                .param("pps", pps)
                .param("opinion", given.opinion().name())
                .param("on", given.on())
                .param("by", given.by())
                .param("rpps", given.rpps())
                .param("channel", given.channel())
                .param("words", given.words())
                .param("recordedBy", recordedBy)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Opinions given on a version, latest first.
    List<RecordedOpinion> opinions(UUID pps) {
        return sql.sql(
                        "select * from careplan.opinion where pps_id = :pps order by recorded_at desc, id desc")
                .param("pps", pps)
                .query((row, _) ->
                        new RecordedOpinion(
                                Opinion.valueOf(row.getString("opinion")),
                                row.getObject("given_on", LocalDate.class),
                                row.getString("given_by"),
                                row.getString("channel"),
                                row.getString("words"),
                                row.getString("recorded_by"),
                                row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    record Handing(LocalDate on, String by, String quality, String toWhom) {}

    void add(UUID pps, Handing handing, Instant at) {
        sql.sql(
                        """
                        insert into careplan.handing_over (pps_id, on_date, by_name, by_quality, to_whom, recorded_at)
                        values (:pps, :on, :by, :quality, :to, :at)
                        """)
                .param("pps", pps)
                .param("on", handing.on())
                .param("by", handing.by())
                .param("quality", handing.quality())
                .param("to", handing.toWhom())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Handing> handings(UUID pps) {
        return sql.sql(
                        "select * from careplan.handing_over where pps_id = :pps order by on_date desc, id desc")
                .param("pps", pps)
                .query((row, _) ->
                        new Handing(
                                row.getObject("on_date", LocalDate.class),
                                row.getString("by_name"),
                                row.getString("by_quality"),
                                row.getString("to_whom")))
                .list();
    }

    private Pps pps(ResultSet row, int ignored) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var texts = new EnumMap<Topic, String>(Topic.class);
        for (var topic : Topic.values()) {
            var text = row.getString(topic.column());
            if (text != null && !text.isEmpty()) texts.put(topic, text);
        }
        var why = row.getString("in_force_why");
        return new Pps(
                id,
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
                        pathologies(id),
                        goals(id),
                        interventions(id),
                        aids.of(id)),
                row.getInt("version"));
    }

    private List<Pathology> pathologies(UUID pps) {
        return sql.sql(
                        "select * from careplan.pathology where pps_id = :pps order by main desc, rank, id")
                .param("pps", pps)
                .query((row, _) ->
                        new Pathology(
                                row.getObject("id", UUID.class),
                                row.getString("label"),
                                row.getString("severity"),
                                row.getBoolean("ald"),
                                row.getBoolean("main")))
                .list();
    }

    private List<Goal> goals(UUID pps) {
        return sql.sql("select * from careplan.goal where pps_id = :pps order by rank, goal_id")
                .param("pps", pps)
                .query((row, _) ->
                        new Goal(
                                row.getObject("goal_id", UUID.class),
                                row.getString("problem"),
                                row.getObject("problem_id", UUID.class),
                                row.getString("domain"),
                                row.getString("kind"),
                                row.getString("title"),
                                row.getString("indicator"),
                                row.getString("target"),
                                row.getObject("due_on", LocalDate.class),
                                row.getString("result"),
                                row.getString("result_why"),
                                row.getObject("reviewed_on", LocalDate.class)))
                .list();
    }

    private List<Intervention> interventions(UUID pps) {
        return sql.sql(
                        """
                        select i.*, (select t.title from careplan.intervention t
                                      where t.network_id = i.network_id and t.pps_id = i.pps_id and t.intervention_id = i.after_act) as after_title
                          from careplan.intervention i where i.pps_id = :pps order by i.rank, i.intervention_id
                        """)
                .param("pps", pps)
                .query((row, _) ->
                        new Intervention(
                                row.getObject("intervention_id", UUID.class),
                                row.getObject("goal_id", UUID.class),
                                InterventionType.valueOf(row.getString("type")),
                                row.getString("title"),
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor_name"),
                                row.getString("actor_profession"),
                                row.getString("actor_group"),
                                row.getBoolean("main_actor"),
                                row.getString("place"),
                                new Recurrence(
                                        row.getObject("starts_on", LocalDate.class),
                                        row.getObject("ends_on", LocalDate.class),
                                        row.getObject("every_n", Integer.class),
                                        row.getString("every_unit"),
                                        row.getObject("times", Integer.class),
                                        weekdays(row),
                                        after(row)),
                                row.getInt("window_days"),
                                row.getInt("tolerance_days"),
                                row.getString("note")))
                .list();
    }

    private static @Nullable After after(ResultSet row) throws SQLException {
        var what = row.getString("after_what");
        return what == null
                ? null
                : new After(
                        row.getInt("after_n"),
                        row.getString("after_unit"),
                        Recurrence.What.valueOf(what),
                        row.getObject("after_act", UUID.class),
                        row.getString("after_title"));
    }

    private static Set<Integer> weekdays(ResultSet row) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray("weekdays").getArray())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
