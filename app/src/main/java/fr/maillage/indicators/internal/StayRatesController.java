package fr.maillage.indicators.internal;

import fr.maillage.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Unplanned stays and readmissions of the structure.
@Controller
@PreAuthorize(Allowed.STEERING)
class StayRatesController {

    private final StayRatesScreens screens;

    StayRatesController(StayRatesScreens screens) {
        this.screens = screens;
    }

    @GetMapping(StayRatesScreens.HERE)
    @PreAuthorize(Allowed.STEERING)
    public String page(@RequestParam(defaultValue = "annee") String periode, Model model) {
        model.addAttribute("page", screens.page(periode));
        return "indicators/stays";
    }

    @GetMapping(StayRatesScreens.HERE + "/{what}")
    @PreAuthorize(Allowed.STEERING)
    public String names(
            @PathVariable String what,
            @RequestParam(defaultValue = "annee") String periode,
            @RequestParam(required = false) @Nullable String protocole,
            Model model) {
        model.addAttribute("page", screens.names(what, periode, protocole));
        return "indicators/list";
    }
}
