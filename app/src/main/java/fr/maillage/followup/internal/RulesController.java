package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The rules of alerts, the week in figures, and the nights that apply the rules.
@Controller
@PreAuthorize(Allowed.UPKEEP)
class RulesController {

    private static final String RULES = "/reglages/alertes";

    private final RulesScreens screens;
    private final RulesService rules;
    private final DigestScreens digests;
    private final NightsScreens nights;

    RulesController(
            RulesScreens screens, RulesService rules, DigestScreens digests, NightsScreens nights) {
        this.screens = screens;
        this.rules = rules;
        this.digests = digests;
        this.nights = nights;
    }

    @GetMapping(RULES)
    @PreAuthorize(Allowed.HEAD)
    public String show(Model model) {
        model.addAttribute("page", screens.page(screens.stored()));
        return "followup/rules";
    }

    @PostMapping(RULES)
    @PreAuthorize(Allowed.HEAD)
    public String save(Submission sent) {
        var form = sent.form();
        return sent.end(
                Submission.Act.to(RULES, AlertText.RULES_SAVED, () -> rules.save(form)),
                _ -> sent.show("followup/rules", screens.page(form)));
    }

    @GetMapping("/pilotage/alertes")
    @PreAuthorize(Allowed.HEAD)
    public String digest(
            @RequestParam(name = "semaine", required = false) @Nullable String week, Model model) {
        model.addAttribute("page", digests.page(week));
        return "followup/digest";
    }

    @GetMapping("/reglages/nuits")
    @PreAuthorize(Allowed.UPKEEP)
    public String nights(Model model) {
        model.addAttribute("page", nights.page());
        return "followup/nights";
    }
}
