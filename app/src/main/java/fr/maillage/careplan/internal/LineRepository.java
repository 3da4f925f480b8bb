package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.internal.Content.Aid;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lines of plans. Goals, interventions and aids are rows with ids that survive from version to
/// version: each is written by itself, never rewritten with the plan.
@Repository
class LineRepository {

    private final JdbcClient sql;
    private final Origins origins;
    private final Aids aids;

    LineRepository(JdbcClient sql, Origins origins, Aids aids) {
        this.sql = sql;
        this.origins = origins;
        this.aids = aids;
    }

    /// The lines of one version, each kind in its order.
    record Lines(
            List<Pathology> pathologies,
            List<Goal> goals,
            List<Intervention> interventions,
            List<Aid> aids) {}

    /// The lines of these versions, by version: one statement a kind, however many they are.
    Map<UUID, Lines> of(Collection<UUID> versions) {
        var pathologies = pathologies(versions);
        var goals = goals(versions);
        var interventions = interventions(versions);
        var helps = aids.of(versions);
        var lines = new HashMap<UUID, Lines>();
        for (var version : versions)
            lines.put(
                    version,
                    new Lines(
                            pathologies.getOrDefault(version, List.of()),
                            goals.getOrDefault(version, List.of()),
                            interventions.getOrDefault(version, List.of()),
                            helps.getOrDefault(version, List.of())));
        return lines;
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

    private Map<UUID, List<Pathology>> pathologies(Collection<UUID> versions) {
        return each(
                "select * from careplan.pathology where pps_id = any (:versions) order by main desc, rank, id",
                versions,
                (row, _) ->
                        new Pathology(
                                row.getObject("id", UUID.class),
                                row.getString("label"),
                                row.getString("severity"),
                                row.getBoolean("ald"),
                                row.getBoolean("main")));
    }

    private Map<UUID, List<Goal>> goals(Collection<UUID> versions) {
        return each(
                "select * from careplan.goal where pps_id = any (:versions) order by rank, goal_id",
                versions,
                (row, _) ->
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
                                row.getObject("reviewed_on", LocalDate.class)));
    }

    private Map<UUID, List<Intervention>> interventions(Collection<UUID> versions) {
        return each(
                """
                select i.*, (select t.title from careplan.intervention t
                              where t.network_id = i.network_id and t.pps_id = i.pps_id and t.intervention_id = i.after_act) as after_title
                  from careplan.intervention i where i.pps_id = any (:versions) order by i.rank, i.intervention_id
                """,
                versions,
                (row, _) ->
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
                                row.getString("note")));
    }

    /// The rows of a statement by version, in its order.
    private <T> Map<UUID, List<T>> each(
            String statement, Collection<UUID> versions, RowMapper<T> line) {
        var found = new HashMap<UUID, List<T>>();
        sql.sql(statement)
                .param("versions", versions.toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(
                                row.getObject("pps_id", UUID.class),
                                Objects.requireNonNull(line.mapRow(row, n))))
                .list()
                .forEach(e ->
                        found.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                .add(e.getValue()));
        return found;
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
}
