package fr.maillage.followup.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The report of a day, and permanences with their hand-over.
@Controller
@PreAuthorize(Allowed.TEAM)
class TeamLogController {

    private final Report report;
    private final Permanences permanences;

    TeamLogController(Report report, Permanences permanences) {
        this.report = report;
        this.permanences = permanences;
    }

    @GetMapping("/rapport")
    @PreAuthorize(Allowed.DESK)
    public String report(
            @RequestParam(name = "jour", required = false) @Nullable String day, Model model) {
        model.addAttribute("page", report.of(report.dayOr(day), new FormErrors(), ""));
        return "followup/report";
    }

    @PostMapping("/rapport")
    @PreAuthorize(Allowed.DESK)
    public String remark(Submission sent) {
        var day = report.dayOr(sent.text("jour"));
        return sent.end(
                Act.to(
                        "/rapport?jour=" + day,
                        TeamText.REMARK_ADDED,
                        () -> report.remark(day, sent.text("words"))),
                outcome ->
                        sent.show(
                                "followup/report",
                                report.of(day, outcome.errors(), sent.text("words"))));
    }

    @GetMapping("/permanences")
    @PreAuthorize(Allowed.TEAM)
    public String permanences(Model model) {
        model.addAttribute("page", permanences.list());
        return "followup/permanences";
    }

    @GetMapping("/permanences/{id}")
    @PreAuthorize(Allowed.TEAM)
    public String sheet(@PathVariable UUID id, Model model) {
        model.addAttribute("page", permanences.sheet(id, new FormErrors(), ""));
        return "followup/permanence";
    }

    @PostMapping("/permanences/{id}/passer")
    @PreAuthorize(Allowed.TEAM)
    public String hand(@PathVariable UUID id, Submission sent) {
        return of(id, sent, TeamText.HANDED, () -> permanences.hand(id, sent.text("remark")));
    }

    @PostMapping("/permanences/{id}/recevoir")
    @PreAuthorize(Allowed.TEAM)
    public String receive(@PathVariable UUID id, Submission sent) {
        return of(id, sent, TeamText.RECEIVED, () -> permanences.receive(id));
    }

    private String of(UUID id, Submission sent, String said, Runnable work) {
        return sent.end(
                Act.to("/permanences/" + id, said, work),
                outcome ->
                        sent.show(
                                "followup/permanence",
                                permanences.sheet(id, outcome.errors(), sent.text("remark"))));
    }
}
