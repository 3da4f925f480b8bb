package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Criteria of the settings and of protocols, side by side.
@Controller
@PreAuthorize(Allowed.TEAM)
class CriteriaController {

    private final CriteriaScreens criteria;

    CriteriaController(CriteriaScreens criteria) {
        this.criteria = criteria;
    }

    @GetMapping("/protocoles/criteres")
    @PreAuthorize(Allowed.TEAM)
    public String page(Model model) {
        model.addAttribute("page", criteria.page());
        return "protocol/criteria";
    }

    /// A model that others may take, of the criteria of the settings.
    @PostMapping("/protocoles/criteres")
    @PreAuthorize(Allowed.TEMPLATES)
    public String model(Submission sent) {
        return sent.end(
                new Act(
                        ProtocolText.MODEL_MADE,
                        () -> ProtocolScreens.HOME + "/" + criteria.model()),
                _ -> "redirect:/protocoles/criteres");
    }
}
