package fr.maillage.followup.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of tasks shows.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class TaskScreens {

    private final JdbcClient sql;
    private final Networks networks;
    private final KnownPeople people;
    private final Trail trail;
    private final Clock clock;

    TaskScreens(JdbcClient sql, Networks networks, KnownPeople people, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(TasksPage.Line line, boolean mine, @Nullable UUID patientId) {}

    /// Open tasks, oldest first; the counts are the lengths of the lists they open. Who only steers
    /// is shown those given to them and no other, and makes none.
    TasksPage list(@Nullable String asked, TaskForm form, FormErrors errors) {
        var filter =
                asked != null && List.of("late", "team", "done").contains(asked) ? asked : "mine";
        var today = LocalDate.now(clock);
        var me = SignedIn.current().member();
        var steers = SignedIn.current().role() == Role.HEAD;
        var open = rows(false, steers, today, me);
        var lines =
                switch (filter) {
                    case "late" -> open.stream().filter(r -> r.mine() && r.line().late());
                    case "team" -> open.stream();
                    case "done" -> rows(true, steers, today, me).stream().filter(Row::mine);
                    default -> open.stream().filter(Row::mine);
                };
        var shown = lines.toList();
        trail.listed(
                "TACHES", shown.stream().flatMap(r -> Stream.ofNullable(r.patientId())).toList());
        return new TasksPage(
                filter,
                (int) open.stream().filter(Row::mine).count(),
                (int) open.stream().filter(r -> r.mine() && r.line().late()).count(),
                open.size(),
                shown.stream().map(Row::line).toList(),
                steers ? null : blank(form, errors));
    }

    /// The form, with the person it is about when it was opened for one.
    NewTaskPage blank(TaskForm form, FormErrors errors) {
        var today = LocalDate.now(clock);
        var chosen =
                form.assignee().isEmpty()
                        ? SignedIn.current().member().toString()
                        : form.assignee();
        var about =
                people.persons(PatientId.parse(form.patient()).stream().toList()).stream()
                        .findFirst();
        trail.listed("TACHE", about.stream().map(c -> UUID.fromString(c.id())).toList());
        return new NewTaskPage(
                form,
                errors,
                about.map(AboutQuestion.Candidate::name).orElse(null),
                networks.team(today).stream()
                        .map(m ->
                                new Choice(
                                        m.id().toString(),
                                        m.name(),
                                        m.id().toString().equals(chosen)))
                        .toList(),
                today.toString());
    }

    private List<Row> rows(boolean done, boolean given, LocalDate today, UUID me) {
        return sql.sql(
                        """
                        select t.id, t.kind, t.title, t.who, t.phone, t.due_on, t.due_at, t.assigned_to, t.outcome, t.patient_id,
                               i.display_name, m.given_name || ' ' || upper(m.family_name) as assignee
                        from followup.task t
                        left join patient.identity i on i.network_id = t.network_id and i.id = t.patient_id
                        left join network.team_member m on m.network_id = t.network_id and m.id = t.assigned_to
                        where case when :done then t.done_at >= :since else t.done_at is null end and (not :given or t.assigned_to = :me)
                        order by t.due_on, t.due_at nulls last, t.id limit 500
                        """)
                .param("done", done)
                .param("given", given)
                .param("me", me)
                .param(
                        "since",
                        java.sql.Timestamp.from(
                                clock.instant().minus(java.time.Duration.ofDays(30))))
                .query((row, _) -> {
                    var due = row.getObject("due_on", LocalDate.class);
                    var at = row.getTime("due_at");
                    var patient = row.getObject("patient_id", UUID.class);
                    var assigned = row.getObject("assigned_to", UUID.class);
                    var line =
                            new TasksPage.Line(
                                    row.getString("id"),
                                    "RAPPEL".equals(row.getString("kind")),
                                    row.getString("title"),
                                    row.getString("who"),
                                    phone(row.getString("phone")),
                                    patient == null ? null : patient.toString(),
                                    row.getString("display_name"),
                                    FrenchDates.relative(due, today)
                                            + (at == null
                                                    ? ""
                                                    : " à " + at.toString().substring(0, 5)),
                                    FrenchDates.longDay(due),
                                    !done && due.isBefore(today),
                                    row.getString("assignee"),
                                    row.getString("outcome"));
                    // unassigned: anybody's, so everybody sees it as theirs
                    return new Row(line, assigned == null || assigned.equals(me), patient);
                })
                .list();
    }

    /// As France writes it; as it was typed when it is not a number we know.
    private static @Nullable String phone(@Nullable String typed) {
        return typed == null ? null : PhoneNumber.written(typed);
    }
}
