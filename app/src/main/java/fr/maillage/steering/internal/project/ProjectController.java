package fr.maillage.steering.internal.project;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.WorkbookOut;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Projects: what was planned, what was done, the gap.
@Controller
@PreAuthorize(Leaders.LEADERS)
class ProjectController {

    /// Who reads projects; each project says by whom it is read.
    private static final String READERS =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','AGENCY')";

    private static final String ALL = "/projets";
    private static final String ONE = ALL + "/{id:[0-9a-f-]{36}}";
    private static final String LINE = ONE + "/plan/{action:[0-9a-f-]{36}}";
    private static final String ACTION = ONE + "/actions/{action:[0-9a-f-]{36}}";

    private final ProjectScreens screens;
    private final Projects projects;
    private final Plans plans;
    private final ProjectBook book;

    ProjectController(ProjectScreens screens, Projects projects, Plans plans, ProjectBook book) {
        this.screens = screens;
        this.projects = projects;
        this.plans = plans;
        this.book = book;
    }

    @GetMapping(ALL)
    @PreAuthorize(READERS)
    String home(Submission sent) {
        return sent.show("steering/projects", screens.home(Leaders.leads()));
    }

    @GetMapping(ALL + "/nouveau")
    @PreAuthorize(Leaders.LEADERS)
    String fresh(Model model) {
        model.addAttribute("form", screens.fresh(Shown.none()));
        return "steering/project-new";
    }

    @PostMapping(ALL)
    @PreAuthorize(Leaders.LEADERS)
    String create(Submission sent, Model model) {
        return sent.end(
                new Act(
                        ProjectText.CREATED,
                        () -> ALL + "/" + projects.create(sent.form()) + "/plan"),
                outcome -> {
                    model.addAttribute(
                            "form", screens.fresh(sent.shown(ProjectScreens.FORM, outcome)));
                    return "steering/project-new";
                });
    }

    /// @param au the day looked at; today for none
    @GetMapping(ONE)
    @PreAuthorize(READERS)
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "") String au, Submission sent) {
        return sent.show(
                "steering/project",
                screens.one(id, FrenchDates.read(au).orElse(null), Shown.none()));
    }

    @PostMapping(ONE)
    @PreAuthorize(Leaders.LEADERS)
    String change(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                ProjectText.SAVED,
                ProjectScreens.FORM,
                () -> projects.change(id, sent.form()));
    }

    @PostMapping(ONE + "/clore")
    @PreAuthorize(Leaders.LEADERS)
    String close(@PathVariable UUID id, Submission sent) {
        return act(id, sent, ProjectText.CLOSED, "close", () -> projects.close(id, sent.form()));
    }

    private String act(UUID id, Submission sent, String toast, String key, Runnable work) {
        return sent.end(
                Act.to(ALL + "/" + id, toast, work),
                key,
                "steering/project",
                shown -> screens.one(id, null, shown));
    }

    @PostMapping(ONE + "/replanifier")
    @PreAuthorize(Leaders.LEADERS)
    String replan(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        ALL + "/" + id + "/plan",
                        ProjectText.REPLANNED,
                        () -> plans.replan(id, sent.form())),
                "replan",
                "steering/project",
                shown -> screens.one(id, null, shown));
    }

    @GetMapping(ONE + "/plan")
    @PreAuthorize(Leaders.LEADERS)
    String plan(@PathVariable UUID id, Submission sent) {
        return sent.show("steering/plan", screens.writing(id, Shown.none()));
    }

    @PostMapping(ONE + "/plan")
    @PreAuthorize(Leaders.LEADERS)
    String add(@PathVariable UUID id, Submission sent) {
        return onPlan(
                id, sent, ProjectText.LINE_SAVED, "nouvelle", () -> plans.add(id, sent.form()));
    }

    @PostMapping(LINE)
    @PreAuthorize(Leaders.LEADERS)
    String changeLine(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return onPlan(
                id,
                sent,
                ProjectText.LINE_SAVED,
                "a-" + action,
                () -> plans.change(id, action, sent.form()));
    }

    @PostMapping(LINE + "/retirer")
    @PreAuthorize(Leaders.LEADERS)
    String removeLine(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return onPlan(
                id, sent, ProjectText.LINE_REMOVED, "retirer", () -> plans.remove(id, action));
    }

    private String onPlan(UUID id, Submission sent, String toast, String key, Runnable work) {
        return sent.end(
                Act.to(ALL + "/" + id + "/plan", toast, work),
                key,
                "steering/plan",
                shown -> screens.writing(id, shown));
    }

    @PostMapping(ONE + "/plan/adopter")
    @PreAuthorize(Leaders.LEADERS)
    String adopt(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(ALL + "/" + id, ProjectText.ADOPTED, () -> plans.adopt(id)),
                "adopter",
                "steering/plan",
                shown -> screens.writing(id, shown));
    }

    @PostMapping(ONE + "/plan/abandonner")
    @PreAuthorize(Leaders.LEADERS)
    String discard(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(ALL + "/" + id, ProjectText.DISCARDED, () -> plans.discard(id)),
                "abandonner",
                "steering/plan",
                shown -> screens.writing(id, shown));
    }

    @GetMapping(ACTION)
    @PreAuthorize(READERS)
    String action(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return sent.show("steering/action", screens.telling(id, action, Shown.none()));
    }

    @PostMapping(ACTION)
    @PreAuthorize(Leaders.LEADERS)
    String tell(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return sent.end(
                Act.to(ALL + "/" + id, ProjectText.TOLD, () -> plans.tell(id, action, sent.form())),
                "avancement",
                "steering/action",
                shown -> screens.telling(id, action, shown));
    }

    @GetMapping(ONE + "/projet.xlsx")
    @PreAuthorize(READERS)
    ResponseEntity<byte[]> workbook(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String au) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, WorkbookOut.TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Projet.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book.of(id, FrenchDates.read(au).orElse(null)));
    }
}
