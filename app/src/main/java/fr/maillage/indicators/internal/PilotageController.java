package fr.maillage.indicators.internal;

import fr.maillage.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Figures of the structure; each opens its list. Addresses hold codes only.
@Controller
@PreAuthorize(Allowed.STEERING)
class PilotageController {

    private final PilotageScreens screens;
    private final IndicatorListScreens lists;

    PilotageController(PilotageScreens screens, IndicatorListScreens lists) {
        this.screens = screens;
        this.lists = lists;
    }

    @GetMapping("/pilotage")
    @PreAuthorize(Allowed.STEERING)
    public String pilotage(Model model) {
        model.addAttribute("page", screens.pilotage());
        return "indicators/pilotage";
    }

    @GetMapping("/pilotage/{indicator}")
    @PreAuthorize(Allowed.STEERING)
    public String list(
            @PathVariable String indicator,
            @RequestParam(name = "par", required = false) @Nullable String par,
            @RequestParam(name = "code", required = false) @Nullable String code,
            Model model) {
        model.addAttribute("page", lists.list(indicator, par, code));
        return "indicators/list";
    }
}
