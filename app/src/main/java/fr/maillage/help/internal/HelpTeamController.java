package fr.maillage.help.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Helps of the structure. Addresses hold codes only.
@Controller
@PreAuthorize(Allowed.STEERING)
class HelpTeamController {

    private static final String MISSIONS = HelpTeamScreens.HOME + "/missions";

    private final HelpTeamScreens screens;
    private final MissionScreens missions;
    private final MissionService service;

    HelpTeamController(HelpTeamScreens screens, MissionScreens missions, MissionService service) {
        this.screens = screens;
        this.missions = missions;
        this.service = service;
    }

    /// @param debut first year of the contract; the last four years for none
    @GetMapping(MISSIONS)
    @PreAuthorize(Allowed.STEERING)
    String missions(@RequestParam(defaultValue = "") String debut, Submission sent) {
        return sent.show("help/missions", missions.page(debut));
    }

    @PostMapping(MISSIONS)
    @PreAuthorize(Allowed.CLINICAL)
    String confirm(Submission sent) {
        return sent.end(
                Act.to(MISSIONS, "", () -> sent.say(HelpText.confirmed(service.confirm()))),
                _ -> sent.show("help/missions", missions.page("")));
    }

    /// @param famille code of a family whose helps are listed
    @GetMapping(HelpTeamScreens.HOME)
    @PreAuthorize(Allowed.STEERING)
    String page(
            @RequestParam(defaultValue = "") String famille,
            @RequestParam(defaultValue = "") String annee,
            Model model) {
        model.addAttribute(
                "page",
                screens.page(
                        GivenForm.chosen(HelpKind.Family.values(), famille).orElse(null),
                        annee.matches("\\d{4}") ? Integer.parseInt(annee) : 0));
        return "help/team";
    }
}
