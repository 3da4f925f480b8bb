package fr.maillage.network.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leave and sectors, for the head.
@Controller
@PreAuthorize(Allowed.HEAD)
class TeamController {

    private static final String ABSENCES = "/reglages/equipe/absences";

    private final AbsenceService absences;
    private final TeamScreens screens;
    private final Clock clock;

    TeamController(AbsenceService absences, TeamScreens screens, Clock clock) {
        this.absences = absences;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping(ABSENCES)
    @PreAuthorize(Allowed.HEAD)
    public String absences(Model model) {
        var blank = Sent.of(Map.of("since", LocalDate.now(clock).toString(), "reason", "CONGE"));
        model.addAttribute("page", screens.absences(blank));
        return "network/absences";
    }

    @PostMapping(ABSENCES)
    @PreAuthorize(Allowed.HEAD)
    public String note(Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(ABSENCES, TeamText.ABSENCE_NOTED, () -> absences.note(form)),
                _ -> sent.show("network/absences", screens.absences(form)));
    }

    @PostMapping(ABSENCES + "/{id}/fin")
    @PreAuthorize(Allowed.HEAD)
    public String end(@PathVariable UUID id, RedirectAttributes redirect) {
        absences.end(id);
        redirect.addFlashAttribute("toast", TeamText.ABSENCE_ENDED);
        return "redirect:" + ABSENCES;
    }

    @GetMapping("/reglages/equipe/secteurs")
    @PreAuthorize(Allowed.HEAD)
    public String sectors(Model model) {
        model.addAttribute("page", screens.sectors());
        return "network/sectors";
    }
}
