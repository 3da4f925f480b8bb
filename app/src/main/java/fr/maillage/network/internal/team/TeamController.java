package fr.maillage.network.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.network.internal.TypedForm;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Leave and sectors, for the head.
@Controller
@PreAuthorize(Allowed.HEAD)
class TeamController {

    private static final String ABSENCES = "/reglages/equipe/absences";

    private final AbsenceService absences;
    private final TeamScreens screens;
    private final SentForms forms;
    private final Clock clock;

    TeamController(AbsenceService absences, TeamScreens screens, SentForms forms, Clock clock) {
        this.absences = absences;
        this.screens = screens;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(ABSENCES)
    @PreAuthorize(Allowed.HEAD)
    public String absences(Model model) {
        return absences(
                new TypedForm(Map.of("since", LocalDate.now(clock).toString(), "reason", "CONGE")),
                model);
    }

    private String absences(TypedForm form, Model model) {
        model.addAttribute("page", screens.absences(form));
        return "network/absences";
    }

    @PostMapping(ABSENCES)
    @PreAuthorize(Allowed.HEAD)
    public String note(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return FormOutcome.of(forms, form.value("_once"), ABSENCES, () -> absences.note(form))
                .end(response, redirect, TeamText.ABSENCE_NOTED, () -> absences(form, model));
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
