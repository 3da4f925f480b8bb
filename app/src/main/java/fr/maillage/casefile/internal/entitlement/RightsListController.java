package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Droits qui se terminent »: the list of the team. Its address holds codes only.
@Controller
@PreAuthorize(Allowed.TEAM)
class RightsListController {

    private final RightsListScreens screens;

    RightsListController(RightsListScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/droits")
    @PreAuthorize(Allowed.TEAM)
    public String list(
            @RequestParam(name = "sous", required = false) @Nullable String horizon,
            @RequestParam(name = "droit", required = false) @Nullable String kind,
            @RequestParam(name = "qui", required = false) @Nullable String coordinator,
            @RequestParam(name = "etat", required = false) @Nullable String state,
            Model model) {
        model.addAttribute("page", screens.list(horizon, kind, coordinator, state));
        return "casefile/rights-list";
    }
}
