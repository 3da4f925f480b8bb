package fr.maillage.casefile.internal.departure;

import fr.maillage.access.Allowed;
import fr.maillage.network.Networks;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The head prepares a departure and hands the caseload over; each successor says they have theirs.
@Controller
class DepartureController {

    private final DepartureService departures;
    private final DepartureScreens screens;
    private final Networks networks;

    DepartureController(DepartureService departures, DepartureScreens screens, Networks networks) {
        this.departures = departures;
        this.screens = screens;
        this.networks = networks;
    }

    @GetMapping("/reglages/equipe/departs/{member}")
    @PreAuthorize(Allowed.HEAD)
    public String page(@PathVariable UUID member, Model model) {
        model.addAttribute("page", screens.page(member, null));
        return "casefile/departure";
    }

    @PostMapping("/reglages/equipe/departs/{member}")
    @PreAuthorize(Allowed.HEAD)
    public String save(@PathVariable UUID member, Submission sent) {
        networks.member(member); // not there, or not theirs
        var form = new DepartureForm(sent.form());
        var now = sent.text("geste").equals("transmettre");
        return sent.end(
                Act.to(
                        "/reglages/equipe/departs/" + member,
                        now ? DepartureText.DONE : DepartureText.PREPARED,
                        () -> {
                            if (now) departures.handOver(member, form);
                            else departures.prepare(member, form);
                        }),
                _ -> sent.show("casefile/departure", screens.page(member, form)));
    }

    @PostMapping("/departs/{id}/recu")
    @PreAuthorize(Allowed.CLINICAL)
    public String acknowledge(@PathVariable UUID id, RedirectAttributes redirect) {
        departures.acknowledge(id);
        redirect.addFlashAttribute("toast", DepartureText.ACKNOWLEDGED);
        return "redirect:/journee";
    }
}
