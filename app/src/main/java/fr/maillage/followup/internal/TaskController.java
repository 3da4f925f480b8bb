package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Tasks and call-backs; who only steers has those given to them.
@Controller
@PreAuthorize(Allowed.TEAM)
class TaskController {

    private final TaskService tasks;
    private final TaskScreens screens;
    private final Clock clock;

    TaskController(TaskService tasks, TaskScreens screens, Clock clock) {
        this.tasks = tasks;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/taches")
    @PreAuthorize(Allowed.TEAM)
    public String list(
            @RequestParam(name = "filtre", required = false) @Nullable String filter, Model model) {
        model.addAttribute(
                "page", screens.list(filter, TaskForm.of(Sent.with()), new FormErrors()));
        return "followup/tasks";
    }

    /// The form alone, over another page or without its script.
    @GetMapping("/taches/nouvelle")
    @PreAuthorize(Allowed.DESK)
    public String blank(
            @RequestParam(name = "dossier", defaultValue = "") String patient,
            @RequestParam(name = "rappel", defaultValue = "") String call,
            Model model) {
        var start = Sent.with("patient", patient, "kind", call.isEmpty() ? "TACHE" : "RAPPEL");
        model.addAttribute("page", screens.blank(TaskForm.of(start), new FormErrors()));
        return "followup/task-form";
    }

    @PostMapping("/taches")
    @PreAuthorize(Allowed.DESK)
    public String create(Submission sent) {
        var form = TaskForm.of(sent.form());
        return sent.end(
                Act.to(
                        "/taches",
                        FollowUpText.TASK_CREATED,
                        () -> {
                            var errors = new FormErrors();
                            var task = form.read(errors, LocalDate.now(clock));
                            FormRefused.unless(errors);
                            tasks.create(task.orElseThrow());
                        }),
                outcome ->
                        sent.form().checked("alone")
                                ? sent.show(
                                        "followup/task-form", screens.blank(form, outcome.errors()))
                                : sent.show(
                                        "followup/tasks",
                                        screens.list(null, form, outcome.errors())));
    }

    @PostMapping("/taches/{id}/faite")
    @PreAuthorize(Allowed.TEAM)
    public String done(
            @PathVariable UUID id,
            @RequestParam(name = "outcome", defaultValue = "Fait") String outcome,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var words = outcome.replace("\0", "").strip();
        tasks.done(
                id, words.isEmpty() ? "Fait" : words.substring(0, Math.min(words.length(), 2_000)));
        flash.addFlashAttribute("toast", FollowUpText.TASK_DONE);
        return "redirect:" + Back.to(back, "/taches");
    }

    @PostMapping("/taches/{id}/report")
    @PreAuthorize(Allowed.TEAM)
    public String postpone(
            @PathVariable UUID id,
            @RequestParam(name = "jours", required = false) @Nullable Integer days,
            @RequestParam(name = "jour", required = false) @Nullable String day,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var target = Postponed.to(days, day, LocalDate.now(clock));
        if (target.isEmpty()) {
            flash.addFlashAttribute("toast", FollowUpText.POSTPONE_PAST);
        } else {
            tasks.postpone(id, target.get());
            flash.addFlashAttribute(
                    "toast", FollowUpText.postponed(target.get(), LocalDate.now(clock)));
        }
        return "redirect:" + Back.to(back, "/taches");
    }
}
