package fr.maillage.casefile.internal.departure;

import fr.maillage.access.Allowed;
import fr.maillage.network.Networks;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Map;
import java.util.UUID;

/// The head prepares a departure and hands the caseload over; each successor says they have theirs.
@Controller
class DepartureController {

    private final DepartureService departures;
    private final DepartureScreens screens;
    private final Networks networks;
    private final SentForms forms;

    DepartureController(
            DepartureService departures,
            DepartureScreens screens,
            Networks networks,
            SentForms forms) {
        this.departures = departures;
        this.screens = screens;
        this.networks = networks;
        this.forms = forms;
    }

    @GetMapping("/reglages/equipe/departs/{member}")
    @PreAuthorize(Allowed.HEAD)
    public String page(@PathVariable UUID member, Model model) {
        return page(member, null, model);
    }

    private String page(UUID member, @Nullable DepartureForm form, Model model) {
        model.addAttribute("page", screens.page(member, form));
        return "casefile/departure";
    }

    @PostMapping("/reglages/equipe/departs/{member}")
    @PreAuthorize(Allowed.HEAD)
    public String save(
            @PathVariable UUID member,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        networks.member(member); // not there, or not theirs
        var form = new DepartureForm(typed);
        var now = "transmettre".equals(typed.get("geste"));
        return FormOutcome.of(
                        forms,
                        typed.get("_once"),
                        "/reglages/equipe/departs/" + member,
                        () -> {
                            if (now) departures.handOver(member, form);
                            else departures.prepare(member, form);
                        })
                .end(
                        response,
                        redirect,
                        now ? DepartureText.DONE : DepartureText.PREPARED,
                        () -> page(member, form, model));
    }

    @PostMapping("/departs/{id}/recu")
    @PreAuthorize(Allowed.CLINICAL)
    public String acknowledge(@PathVariable UUID id, RedirectAttributes redirect) {
        departures.acknowledge(id);
        redirect.addFlashAttribute("toast", DepartureText.ACKNOWLEDGED);
        return "redirect:/journee";
    }
}
