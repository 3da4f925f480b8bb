package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The body of a plan as people read it: problem, goal, interventions, planned and done.
@Component
class PpsTree {

    private final JdbcClient sql;

    PpsTree(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param planned in all
    /// @param due those whose day has come, or that were done before it
    record Counts(
            int planned,
            int due,
            int done,
            int missed,
            @Nullable LocalDate next,
            @Nullable LocalDate lastDone) {
        static final Counts NONE = new Counts(0, 0, 0, 0, null, null);
    }

    /// Planned, done and missed acts of every intervention of a person, over all versions.
    Map<UUID, Counts> counts(PatientId patient, LocalDate today) {
        var counts = new HashMap<UUID, Counts>();
        sql.sql(
                        """
                        select intervention_id, count(*) as planned,
                               count(*) filter (where state <> 'A_VENIR') as due,
                               count(*) filter (where state in ('FAIT', 'FAIT_HORS_DELAI')) as done,
                               count(*) filter (where state in ('NON_FAIT', 'SANS_NOUVELLE')) as missed,
                               min(due_on) filter (where state in ('A_FAIRE', 'A_VENIR')) as next_on,
                               max(done_on) as last_done
                          from (select a.*, followup.state_of(a.status, a.due_on, a.late_after, :today) as state
                                  from followup.dated_act a where a.patient_id = :patient and a.status <> 'SUSPENDU') o group by intervention_id
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .query((row, _) ->
                        Map.entry(
                                row.getObject("intervention_id", UUID.class),
                                new Counts(
                                        row.getInt("planned"),
                                        row.getInt("due"),
                                        row.getInt("done"),
                                        row.getInt("missed"),
                                        row.getObject("next_on", LocalDate.class),
                                        row.getObject("last_done", LocalDate.class))))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    /// Protocols that the lines of a version come from: withdrawn since, or with a newer version.
    Map<UUID, List<Mark>> origins(UUID pps) {
        var origins = new HashMap<UUID, List<Mark>>();
        sql.sql(
                        """
                        select o.line_id, o.protocol_title, o.version_number, k.version_number as latest, k.withdrawn_at, k.withdrawn_why
                          from careplan.origin o left join protocol.known k on k.network_id = o.network_id and k.id = o.protocol_id
                         where o.pps_id = :pps order by o.protocol_title collate "fr-x-icu", o.line_key
                        """)
                .param("pps", pps)
                .query((row, _) ->
                        Map.entry(
                                row.getObject("line_id", UUID.class),
                                PpsText.origin(
                                        row.getString("protocol_title"),
                                        row.getInt("version_number"),
                                        row.getInt("latest"),
                                        row.getTimestamp("withdrawn_at") == null
                                                ? null
                                                : row.getString("withdrawn_why"))))
                .list()
                .forEach(e ->
                        origins.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                .add(e.getValue()));
        return origins;
    }

    /// The problems, the goals that answer them, who does what and what was done.
    ///
    /// @param open lines the reader may speak of
    /// @param said what waits on each line, in words
    static List<PpsPage.Problem> problems(
            Content content,
            Map<UUID, Counts> counts,
            Map<UUID, List<Mark>> origins,
            Set<String> open,
            Map<String, String> said,
            LocalDate today) {
        var byProblem = new LinkedHashMap<String, List<PpsPage.Goal>>();
        for (var goal : content.goals()) {
            var tasks =
                    content.interventions().stream()
                            .filter(i -> goal.id().equals(i.goalId()))
                            .map(i -> task(i, counts, origins, said, today))
                            .toList();
            byProblem
                    .computeIfAbsent(problem(goal), _ -> new ArrayList<>())
                    .add(
                            new PpsPage.Goal(
                                    goal.title(),
                                    result(goal.result()),
                                    PpsText.goalKind(goal.kind())
                                            + ", "
                                            + PpsText.domain(goal.domain())
                                                    .toLowerCase(java.util.Locale.FRENCH),
                                    PpsText.measure(goal),
                                    tasks,
                                    open.contains(line(goal)) ? line(goal) : null,
                                    said.getOrDefault(line(goal), "")));
        }
        var alone =
                content.interventions().stream()
                        .filter(i ->
                                content.goals().stream().noneMatch(g -> g.id().equals(i.goalId())))
                        .map(i -> task(i, counts, origins, said, today))
                        .toList();
        if (!alone.isEmpty())
            byProblem.put(
                    "Autres interventions",
                    List.of(
                            new PpsPage.Goal(
                                    "Sans objectif particulier", null, "", "", alone, null, "")));
        return byProblem.entrySet().stream()
                .map(e -> new PpsPage.Problem(e.getKey(), e.getValue()))
                .toList();
    }

    private static String line(Content.Goal goal) {
        return LineRef.of(LineRef.Kind.OBJECTIF, goal.id()).toString();
    }

    /// The problem a goal answers, as its heading.
    static String problem(Content.Goal goal) {
        return goal.problem() == null ? "Autres objectifs" : goal.problem();
    }

    /// « 10 sur 11 à ce jour, 1 manquée ».
    static String done(Intervention i, Map<UUID, Counts> counts) {
        var c = counts.getOrDefault(i.id(), Counts.NONE);
        var planned = planned(i, c);
        return PpsText.doneOf(
                c.done(), due(c, planned), c.missed(), c.due() > 0 && c.due() < planned);
    }

    private static int planned(Intervention i, Counts c) {
        return c.planned() == 0 ? i.recurrence().dates().size() : c.planned();
    }

    // what is still to come is no delay: the bar compares with what should have been done by now
    private static int due(Counts c, int planned) {
        return c.due() == 0 ? planned : c.due();
    }

    private static PpsPage.Task task(
            Intervention i,
            Map<UUID, Counts> counts,
            Map<UUID, List<Mark>> origins,
            Map<String, String> said,
            LocalDate today) {
        var c = counts.getOrDefault(i.id(), Counts.NONE);
        var planned = planned(i, c);
        var due = due(c, planned);
        var line = LineRef.of(LineRef.Kind.INTERVENTION, i.id()).toString();
        return new PpsPage.Task(
                i.title(),
                PpsText.volet(i.type().volet()) + " · " + PpsText.of(i.type()),
                PpsText.when(i.recurrence(), i.windowDays()),
                i.withoutActor() ? "À trouver" : PpsText.actor(i),
                i.actorProfession() != null
                        ? i.actorProfession() + (i.mainActor() ? ", acteur principal" : "")
                        : i.mainActor() ? "acteur principal" : "",
                due,
                c.done(),
                c.missed(),
                done(i, counts),
                state(i, c, planned, today),
                origins.getOrDefault(i.id(), List.of()),
                line,
                said.getOrDefault(line, ""));
    }

    private static Mark state(Intervention i, Counts c, int planned, LocalDate today) {
        if (i.withoutActor()) return new Mark("is-due", "circle-dashed", "Sans acteur", null);
        if (c.missed() > 0) return new Mark("is-late", "bell", "Manqué", null);
        var last = c.lastDone();
        if (c.done() >= planned && last != null)
            return new Mark("is-done", "check", "Fait " + FrenchDates.shortDay(last, today), null);
        var next = c.next();
        if (c.done() > 0) return new Mark("is-done", "check", "À jour", null);
        if (next != null && !next.isAfter(today))
            return new Mark("is-due", "clock", "À faire", null);
        return new Mark(
                "is-info",
                "calendar",
                next == null ? "Prévu" : "À venir " + FrenchDates.shortDay(next, today),
                null);
    }

    static Mark result(String code) {
        return switch (code) {
            case "ATTEINT" -> new Mark("is-done", "circle-check", PpsText.result(code), null);
            case "EN_PARTIE" -> new Mark("is-due", "circle-dot", PpsText.result(code), null);
            case "NON_ATTEINT" -> new Mark("is-late", "circle-x", PpsText.result(code), null);
            case "ABANDONNE" -> new Mark("", "x", PpsText.result(code), null);
            default -> new Mark("is-info", "circle", PpsText.result(code), null);
        };
    }
}
