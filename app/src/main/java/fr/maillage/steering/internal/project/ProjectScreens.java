package fr.maillage.steering.internal.project;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.steering.internal.SteeringText;
import fr.maillage.steering.internal.project.Gap.Planned;
import fr.maillage.steering.internal.project.Plans.Line;
import fr.maillage.steering.internal.project.ProjectPage.Action;
import fr.maillage.steering.internal.project.ProjectPage.Fact;
import fr.maillage.steering.internal.project.ProjectPage.PlanLine;
import fr.maillage.steering.internal.project.ProjectPage.Row;
import fr.maillage.steering.internal.project.Projects.Project;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of projects: the list, one with its gaps at a day, its plan being written, an action.
@Component
@Transactional(readOnly = true)
class ProjectScreens {

    static final String FORM = "projet";

    private final Projects projects;
    private final Plans plans;
    private final Leaders leaders;

    ProjectScreens(Projects projects, Plans plans, Leaders leaders) {
        this.projects = projects;
        this.plans = plans;
        this.leaders = leaders;
    }

    /// @param leads whether who is here may lead projects at all
    ProjectPage.Home home(boolean leads) {
        var today = projects.today();
        var all = projects.all();
        var ids = all.stream().map(Project::id).toList();
        var allPlans = plans.plans(ids);
        var byProject = allPlans.stream().collect(Collectors.groupingBy(Plans.Plan::project));
        var lines = plans.lines(allPlans.stream().map(Plans.Plan::id).toList());
        var told = plans.told(ids);
        var mayLead = leads && !leaders.mine().isEmpty();
        return new ProjectPage.Home(
                all.stream()
                        .map(p ->
                                row(
                                        p,
                                        Situation.on(
                                                today,
                                                byProject.getOrDefault(p.id(), List.of()),
                                                lines,
                                                told)))
                        .toList(),
                mayLead,
                leads && !mayLead ? SteeringText.NO_SHEET : null);
    }

    private static Row row(Project p, Situation now) {
        var href = "/projets/" + p.id();
        if (now.last() == null)
            return new Row(href, p.title(), p.leader(), ProjectText.PREPARING, "", "", "", "", "");
        var whole = now.against(now.inLast());
        return new Row(
                href,
                p.title(),
                p.leader(),
                ProjectText.standing(p.closedOn() != null, whole.late() > 0),
                p.closedOn() != null ? "is-done" : whole.late() > 0 ? "is-late" : "is-info",
                ProjectText.among(whole.done(), whole.lines()),
                whole.worst() > 0 ? ProjectText.days(whole.worst()) : "",
                ProjectText.percent(whole.spentPercent()),
                whole.withTarget() == 0
                        ? "–"
                        : ProjectText.among(whole.reached(), whole.withTarget()));
    }

    FormView fresh(Shown shown) {
        return shown.form(
                FORM,
                "/projets",
                "Nouveau projet",
                new Typed(Map.of("audience", List.of("AGENCE"))),
                typed -> ProjectForms.project(typed, leaders.mine(), projects.carried()),
                0,
                "Commencer");
    }

    Situation situation(UUID id, LocalDate day) {
        var all = plans.plans(List.of(id));
        return Situation.on(
                day,
                all,
                plans.lines(all.stream().map(Plans.Plan::id).toList()),
                plans.told(List.of(id)));
    }

    /// @param asked the day looked at; today for none
    ProjectPage.One one(UUID id, @Nullable LocalDate asked, Shown shown) {
        var project = projects.get(id);
        var today = projects.today();
        var day = asked == null ? today : asked;
        var now = situation(id, day);
        var running = project.mine() && project.closedOn() == null;
        var all = plans.plans(List.of(id));
        var prepared = all.stream().anyMatch(p -> p.adoptedOn() == null);
        return new ProjectPage.One(
                id,
                project.title(),
                project.purpose(),
                project.leader(),
                project.lead(),
                carried(project),
                closed(project),
                day.toString(),
                FrenchDates.date(day),
                all.stream().filter(p -> p.adoptedOn() != null).map(ProjectScreens::plan).toList(),
                now.last() == null
                        ? null
                        : whole(ProjectText.plan(now.last().number()), now.against(now.inLast())),
                now.replanned() ? whole(ProjectText.plan(1), now.against(now.inFirst())) : null,
                now.actions().stream().map(a -> action(id, now, a)).toList(),
                Drawings.of(now),
                running,
                prepared,
                running
                        ? shown.form(
                                FORM,
                                "/projets/" + id,
                                "Modifier",
                                ProjectForms.typed(project),
                                typed ->
                                        ProjectForms.project(
                                                typed,
                                                Map.of(),
                                                projects.carried().stream()
                                                        .filter(c ->
                                                                c.structure()
                                                                        .equals(project.leaderId()))
                                                        .toList()),
                                project.version(),
                                "Enregistrer")
                        : null,
                shown.outcome().errors(),
                shown.typed().text("why"),
                shown.typed().text("closed_words"),
                beside(shown.outcome().errors(), prepared) ? null : shown.why(List.of(FORM)));
    }

    // what is wrong with a form that is on the page is said there
    private static boolean beside(FormErrors errors, boolean prepared) {
        return errors.of("closed_words") != null || errors.of("why") != null && !prepared;
    }

    private static String carried(Project project) {
        if (project.carriedTitle() == null) return "";
        return ProjectText.carried(project.health(), project.carriedTitle());
    }

    private static @Nullable String closed(Project project) {
        return project.closedOn() == null
                ? null
                : ProjectText.closed(project.closedOn(), String.valueOf(project.closedWords()));
    }

    private static PlanLine plan(Plans.Plan plan) {
        return new PlanLine(
                Typography.capital(ProjectText.plan(plan.number())),
                plan.adoptedOn() == null ? "" : FrenchDates.date(plan.adoptedOn()),
                plan.why() == null ? "" : plan.why());
    }

    static ProjectPage.Whole whole(String plan, Gap.Whole w) {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        ProjectText.PLANNED_END,
                        w.plannedEnd() == null ? "" : FrenchDates.date(w.plannedEnd()),
                        ""));
        facts.add(
                new Fact(
                        ProjectText.WHOLE,
                        ProjectText.days(w.days()),
                        w.days() > 0 ? "is-late" : ""));
        facts.add(
                new Fact(
                        ProjectText.LATEST,
                        w.worst() > 0 ? ProjectText.days(w.worst()) : ProjectText.NONE,
                        w.worst() > 0 ? "is-due" : ""));
        facts.add(new Fact(ProjectText.ACTIONS, ProjectText.counts(w), ""));
        facts.add(new Fact(ProjectText.SPENT, ProjectText.spent(w), ""));
        facts.add(new Fact(ProjectText.TO_DATE, w.plannedToDate().formatted(), ""));
        facts.add(new Fact(ProjectText.TIME, ProjectText.fte(w.fteGap()), ""));
        facts.add(
                new Fact(ProjectText.TARGETS, ProjectText.among(w.reached(), w.withTarget()), ""));
        return new ProjectPage.Whole(plan, facts);
    }

    private static Action action(UUID project, Situation now, UUID action) {
        var planned = now.planned(action);
        var done = now.done(action);
        var first = now.inFirst().get(action);
        var out = !now.inLast().containsKey(action);
        var gap = Gap.of(planned, done, now.day());
        return new Action(
                "/projets/" + project + "/actions/" + action,
                planned.title(),
                planned.owner(),
                out ? ProjectText.TAKEN_OUT : ProjectText.state(gap.state()),
                out ? "" : ProjectText.css(gap.state(), gap.days()),
                ProjectText.dates(planned.starts(), planned.ends()),
                ProjectText.dates(done.started(), done.ended()),
                out || gap.state() == Gap.State.DROPPED ? "" : ProjectText.days(gap.days()),
                firstDays(now, first, done, gap),
                gap.spent().formatted() + " / " + gap.planned().formatted(),
                gap.planned().amount().signum() == 0
                        ? ""
                        : ProjectText.percent(
                                gap.spent()
                                        .amount()
                                        .multiply(java.math.BigDecimal.valueOf(100))
                                        .divide(
                                                gap.planned().amount(),
                                                1,
                                                java.math.RoundingMode.HALF_UP)),
                SteeringText.number(done.fte()) + " / " + SteeringText.number(planned.fte()),
                ProjectText.fte(gap.fteGap()),
                expected(planned),
                done.reached() == null
                        ? ""
                        : SteeringText.number(done.reached())
                                + (gap.reachedPercent() == null
                                        ? ""
                                        : ", soit " + ProjectText.percent(gap.reachedPercent())),
                done.dropped() == null ? "" : done.dropped());
    }

    private static String firstDays(
            Situation now, @Nullable Line first, Gap.Done done, Gap.Line gap) {
        if (!now.replanned()) return "";
        if (first == null) return ProjectText.ADDED;
        var then = Gap.of(first.planned(), done, now.day());
        return then.state() == Gap.State.DROPPED || then.days() == gap.days()
                ? ""
                : ProjectText.days(then.days());
    }

    private static String expected(Planned planned) {
        if (planned.target() == null || planned.baseline() == null)
            return planned.result() == null ? "" : planned.result();
        return ProjectText.target(
                String.valueOf(planned.unit()), planned.baseline(), planned.target());
    }

    /// The plan that is prepared, action by action.
    ProjectPage.Writing writing(UUID id, Shown shown) {
        var project = projects.get(id);
        if (!project.mine()) throw new NotFound("project", id);
        var plan = plans.prepared(id).orElseThrow(() -> new NotFound("plan", id));
        var here = "/projets/" + id + "/plan";
        var forms = new ArrayList<FormView>();
        for (var line : plans.lines(List.of(plan.id())))
            forms.add(
                    with(
                            shown.form(
                                    "a-" + line.action(),
                                    here + "/" + line.action(),
                                    line.planned().title(),
                                    ProjectForms.typed(line.rank(), line.planned()),
                                    ProjectForms::action,
                                    line.version(),
                                    "Enregistrer"),
                            line,
                            here));
        forms.add(
                shown.form(
                        "nouvelle",
                        here,
                        "Ajouter une action",
                        new Typed(Map.of()),
                        ProjectForms::action,
                        0,
                        "Ajouter"));
        return new ProjectPage.Writing(
                id,
                project.title(),
                ProjectText.plan(plan.number()),
                plan.why(),
                plan.number() == 1,
                forms,
                shown.why(forms.stream().map(FormView::key).toList()));
    }

    private static FormView with(FormView form, Line line, String here) {
        return new FormView(
                form.key(),
                form.action(),
                form.title(),
                line.rank()
                        + ". "
                        + line.planned().title()
                        + " · "
                        + ProjectText.dates(line.planned().starts(), line.planned().ends()),
                form.fields(),
                form.tag(),
                form.conflict(),
                form.errors(),
                form.submit(),
                form.open(),
                here + "/" + line.action() + "/retirer");
    }

    /// An action of the plan in force, what was told of it, and the form to tell more.
    ProjectPage.Telling telling(UUID id, UUID action, Shown shown) {
        var project = projects.get(id);
        var now = situation(id, projects.today());
        if (!now.actions().contains(action)) throw new NotFound("action", action);
        var planned = now.planned(action);
        var told = plans.told(List.of(id)).stream().filter(t -> t.action().equals(action)).toList();
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        ProjectText.PLANNED,
                        ProjectText.dates(planned.starts(), planned.ends()),
                        ""));
        var first = now.inFirst().get(action);
        if (now.replanned() && first != null)
            facts.add(
                    new Fact(
                            ProjectText.AT_FIRST,
                            ProjectText.dates(first.planned().starts(), first.planned().ends()),
                            ""));
        facts.add(
                new Fact(
                        ProjectText.MEANS,
                        planned.money().formatted()
                                + ", "
                                + SteeringText.number(planned.fte())
                                + Typography.NBSP
                                + "ETP",
                        ""));
        if (planned.result() != null)
            facts.add(new Fact(ProjectText.EXPECTED, planned.result(), ""));
        if (planned.target() != null)
            facts.add(new Fact(ProjectText.MEASURED, expected(planned), ""));
        return new ProjectPage.Telling(
                id,
                project.title(),
                planned.title(),
                planned.owner(),
                facts,
                told.reversed().stream().map(ProjectScreens::told).toList(),
                project.mine() && project.closedOn() == null
                        ? shown.form(
                                "avancement",
                                "/projets/" + id + "/actions/" + action,
                                "Où en est-elle\u00A0?",
                                ProjectForms.typed(now.done(action), projects.today()),
                                typed -> ProjectForms.told(typed, planned.unit()),
                                0,
                                "Noter l’avancement")
                        : null,
                shown.outcome().errors().of("project"));
    }

    private static ProjectPage.Told told(Plans.Told t) {
        var done = t.done();
        return new ProjectPage.Told(
                FrenchDates.date(t.on()),
                ProjectText.dates(done.started(), done.ended()),
                done.spent().formatted(),
                SteeringText.number(done.fte()) + Typography.NBSP + "ETP",
                done.reached() == null ? "" : SteeringText.number(done.reached()),
                String.join(
                        " ",
                        done.dropped() == null ? "" : ProjectText.dropped(done.dropped()),
                        t.note() == null ? "" : t.note()));
    }
}
