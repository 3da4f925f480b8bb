package fr.maillage.steering.internal.project;

import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.steering.internal.Decimals;
import fr.maillage.steering.internal.project.Gap.Done;
import fr.maillage.steering.internal.project.Gap.Planned;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans of a project, each adopted once and never changed after, and what was told of its
/// actions since.
@Service
@Transactional
class Plans {

    private final JdbcClient sql;
    private final Projects projects;

    Plans(JdbcClient sql, Projects projects) {
        this.sql = sql;
        this.projects = projects;
    }

    /// @param project of which it is one
    /// @param adoptedOn null while it is prepared
    record Plan(
            UUID id,
            UUID project,
            int number,
            @Nullable String why,
            @Nullable LocalDate adoptedOn) {}

    /// An action in a plan.
    record Line(UUID plan, UUID action, int rank, Planned planned, int version) {}

    /// What was told of an action on a day.
    record Told(UUID action, LocalDate on, Done done, @Nullable String note) {}

    /// By project and number.
    @Transactional(readOnly = true)
    public List<Plan> plans(List<UUID> of) {
        return sql.sql(
                        "select id, project_id, number, why, adopted_on from steering.plan where project_id = any (:projects) order by project_id, number")
                .param("projects", of.toArray(UUID[]::new))
                .query((row, _) ->
                        new Plan(
                                row.getObject("id", UUID.class),
                                row.getObject("project_id", UUID.class),
                                row.getInt("number"),
                                row.getString("why"),
                                row.getObject("adopted_on", LocalDate.class)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Line> lines(List<UUID> of) {
        return sql.sql(
                        """
                        select plan_id, action_id, rank, title, owner, starts_on, ends_on, fte, money, result, unit, baseline, target, version
                          from steering.planned where plan_id = any (:plans) order by plan_id, rank, action_id
                        """)
                .param("plans", of.toArray(UUID[]::new))
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("plan_id", UUID.class),
                row.getObject("action_id", UUID.class),
                row.getInt("rank"),
                new Planned(
                        row.getString("title"),
                        row.getString("owner"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBigDecimal("fte"),
                        new Money(row.getBigDecimal("money")),
                        row.getString("result"),
                        row.getString("unit"),
                        row.getBigDecimal("baseline"),
                        row.getBigDecimal("target")),
                row.getInt("version"));
    }

    /// Everything told of the actions of projects, the oldest first.
    @Transactional(readOnly = true)
    public List<Told> told(List<UUID> of) {
        return sql.sql(
                        """
                        select g.action_id, g.on_day, g.started_on, g.ended_on, g.fte, g.spent, g.reached, g.dropped, g.note
                          from steering.progress g join steering.action a on a.id = g.action_id where a.project_id = any (:projects) order by g.on_day, g.id
                        """)
                .param("projects", of.toArray(UUID[]::new))
                .query((row, _) ->
                        new Told(
                                row.getObject("action_id", UUID.class),
                                row.getObject("on_day", LocalDate.class),
                                new Done(
                                        row.getObject("started_on", LocalDate.class),
                                        row.getObject("ended_on", LocalDate.class),
                                        row.getBigDecimal("fte"),
                                        new Money(row.getBigDecimal("spent")),
                                        row.getBigDecimal("reached"),
                                        row.getString("dropped")),
                                row.getString("note")))
                .list();
    }

    /// The one being prepared; empty when none is.
    @Transactional(readOnly = true)
    public Optional<Plan> prepared(UUID project) {
        return plans(List.of(project)).stream().filter(p -> p.adoptedOn() == null).findFirst();
    }

    private Plan preparing(UUID project) {
        projects.running(project);
        return prepared(project)
                .orElseThrow(() -> FormRefused.because("project", ProjectText.NOT_PREPARED));
    }

    private record Typed(int rank, Planned planned) {}

    private Typed read(Sent form, UUID plan) {
        var title = form.required("title", 300);
        var owner = form.required("owner", 200);
        var starts = form.requiredDay("starts_on", projects.today());
        var ends = form.requiredDay("ends_on", starts);
        if (ends.isBefore(starts)) form.errors().add("ends_on", ProjectText.ENDS_BEFORE);
        var fte = positive(form, "fte");
        var money = amount(form, "money");
        var unit = form.orNull("unit", 200);
        var baseline = Decimals.of(form.text("baseline"), "baseline", form.errors());
        var target = Decimals.of(form.text("target"), "target", form.errors());
        if (unit == null != (target == null) || baseline == null != (target == null))
            form.errors().add("target", ProjectText.TARGET);
        else if (target != null && baseline != null && target.compareTo(baseline) == 0)
            form.errors().add("target", ProjectText.SAME_AS_BASELINE);
        var typed = form.number("rank", 1, 999);
        FormRefused.unless(form.errors());
        var rank =
                typed == null
                        ? lines(List.of(plan)).stream()
                                        .max(Comparator.comparingInt(Line::rank))
                                        .map(Line::rank)
                                        .orElse(0)
                                + 1
                        : typed;
        return new Typed(
                rank,
                new Planned(
                        title,
                        owner,
                        starts,
                        ends,
                        fte,
                        money,
                        form.orNull("result", 1_000),
                        unit,
                        baseline,
                        target));
    }

    private static BigDecimal positive(Sent form, String field) {
        var number = Decimals.of(form.text(field), field, form.errors());
        if (number == null) return BigDecimal.ZERO;
        if (number.signum() < 0) form.errors().add(field, ProjectText.NEGATIVE);
        if (number.compareTo(BigDecimal.valueOf(9_999)) > 0)
            form.errors().add(field, fr.maillage.web.WebText.between(0, 9_999));
        return number;
    }

    private static Money amount(Sent form, String field) {
        if (form.text(field).isEmpty()) return Money.ZERO;
        var money = Money.parse(form.text(field));
        if (money.isEmpty() || money.get().amount().precision() > 14)
            form.errors().add(field, ProjectText.AMOUNT);
        else if (money.get().amount().signum() < 0) form.errors().add(field, ProjectText.NEGATIVE);
        return money.orElse(Money.ZERO);
    }

    /// Adds an action to the plan that is prepared.
    void add(UUID project, Sent form) {
        var plan = preparing(project);
        var typed = read(form, plan.id());
        bind(
                        sql.sql(
                                """
                                with a as (insert into steering.action (project_id) values (:project) returning id)
                                insert into steering.planned (plan_id, action_id, rank, title, owner, starts_on, ends_on, fte, money, result, unit, baseline, target)
                                select :plan, a.id, :rank, :title, :owner, :starts, :ends, :fte, :money, :result, :unit, :baseline, :target from a
                                """),
                        typed)
                .param("project", project)
                .param("plan", plan.id())
                .update();
    }

    /// Throws `OptimisticLockingFailureException` when a colleague saved first.
    void change(UUID project, UUID action, Sent form) {
        var plan = preparing(project);
        var typed = read(form, plan.id());
        var changed =
                bind(
                                sql.sql(
                                        """
                                        update steering.planned set rank = :rank, title = :title, owner = :owner, starts_on = :starts, ends_on = :ends, fte = :fte, money = :money,
                                               result = :result, unit = :unit, baseline = :baseline, target = :target, version = version + 1
                                         where plan_id = :plan and action_id = :action and version = :version
                                        """),
                                typed)
                        .param("plan", plan.id())
                        .param("action", action)
                        .param("version", form.number("_tag"))
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("action " + action);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec to, Typed typed) {
        var p = typed.planned();
        return to.param("rank", typed.rank())
                .param("title", p.title())
                .param("owner", p.owner())
                .param("starts", p.starts())
                .param("ends", p.ends())
                .param("fte", p.fte())
                .param("money", p.money().amount())
                .param("result", p.result())
                .param("unit", p.unit())
                .param("baseline", p.baseline(), Types.NUMERIC)
                .param("target", p.target(), Types.NUMERIC);
    }

    void remove(UUID project, UUID action) {
        var plan = preparing(project);
        if (sql.sql("delete from steering.planned where plan_id = :plan and action_id = :action")
                        .param("plan", plan.id())
                        .param("action", action)
                        .update()
                == 0) throw new NotFound("action", action);
    }

    /// From today on this is the plan, and it never changes.
    void adopt(UUID project) {
        var plan = preparing(project);
        if (lines(List.of(plan.id())).isEmpty())
            throw FormRefused.because("project", ProjectText.EMPTY_PLAN);
        sql.sql("update steering.plan set adopted_on = :today where id = :id")
                .param("today", projects.today())
                .param("id", plan.id())
                .update();
    }

    /// Prepares the next plan from the last one, with why.
    void replan(UUID project, Sent form) {
        projects.running(project);
        var all = plans(List.of(project));
        if (all.getLast().adoptedOn() == null)
            throw FormRefused.because(
                    "why",
                    all.size() == 1 ? ProjectText.NO_PLAN_YET : ProjectText.PREPARED_ALREADY);
        var why = form.required("why", 1_000);
        FormRefused.unless(form.errors());
        sql.sql(
                        "insert into steering.plan (project_id, number, why) values (:project, :number, :why)")
                .param("project", project)
                .param("number", all.getLast().number() + 1)
                .param("why", why)
                .update();
        sql.sql(
                        """
                        insert into steering.planned (plan_id, action_id, rank, title, owner, starts_on, ends_on, fte, money, result, unit, baseline, target)
                        select n.id, p.action_id, p.rank, p.title, p.owner, p.starts_on, p.ends_on, p.fte, p.money, p.result, p.unit, p.baseline, p.target
                          from steering.planned p, steering.plan n where p.plan_id = :last and n.project_id = :project and n.adopted_on is null
                        """)
                .param("last", all.getLast().id())
                .param("project", project)
                .update();
    }

    /// Gives up the plan that is prepared; the first cannot be.
    void discard(UUID project) {
        var plan = preparing(project);
        if (plan.number() == 1) throw FormRefused.because("project", ProjectText.NO_PLAN_YET);
        sql.sql("delete from steering.planned where plan_id = :id").param("id", plan.id()).update();
        sql.sql("delete from steering.plan where id = :id").param("id", plan.id()).update();
    }

    /// Tells where an action of the adopted plan stands: totals since its beginning.
    void tell(UUID project, UUID action, Sent form) {
        projects.running(project);
        var adopted =
                plans(List.of(project)).stream()
                        .filter(p -> p.adoptedOn() != null)
                        .map(Plan::id)
                        .toList();
        if (lines(adopted).stream().noneMatch(l -> l.action().equals(action)))
            throw FormRefused.because("project", ProjectText.NOT_IN_PLAN);
        var on = form.requiredDay("on_day", projects.today());
        var started = form.day("started_on").orElse(null);
        var ended = form.day("ended_on").orElse(null);
        if (on.isAfter(projects.today())) form.errors().add("on_day", ProjectText.FUTURE);
        if (started != null && started.isAfter(on))
            form.errors().add("started_on", ProjectText.FUTURE);
        if (ended != null && ended.isAfter(on)) form.errors().add("ended_on", ProjectText.FUTURE);
        if (ended != null && started == null)
            form.errors().add("started_on", ProjectText.NOT_STARTED);
        if (ended != null && started != null && ended.isBefore(started))
            form.errors().add("ended_on", ProjectText.ENDS_BEFORE);
        var dropped = form.orNull("dropped", 1_000);
        if (dropped != null && ended != null)
            form.errors().add("dropped", ProjectText.ENDED_AND_DROPPED);
        if (told(List.of(project)).stream()
                .anyMatch(t -> t.action().equals(action) && t.on().isAfter(on)))
            form.errors().add("on_day", ProjectText.BEFORE_LAST);
        var fte = positive(form, "fte");
        var spent = amount(form, "spent");
        var reached = Decimals.of(form.text("reached"), "reached", form.errors());
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into steering.progress (action_id, on_day, started_on, ended_on, fte, spent, reached, dropped, note)
                        values (:action, :on, cast(:started as date), cast(:ended as date), :fte, :spent, :reached, :dropped, :note)
                        """)
                .param("action", action)
                .param("on", on)
                .param("started", started, Types.DATE)
                .param("ended", ended, Types.DATE)
                .param("fte", fte)
                .param("spent", spent.amount())
                .param("reached", reached, Types.NUMERIC)
                .param("dropped", dropped)
                .param("note", form.orNull("note", 1_000))
                .update();
    }
}
