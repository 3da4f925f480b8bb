package fr.maillage.territory.internal;

import fr.maillage.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How a region is cut into zones, by day.
@Controller
@PreAuthorize(Allowed.MAPS)
class TerritoryController {

    private final TerritoryScreens screens;
    private final CommuneScreens communes;

    TerritoryController(TerritoryScreens screens, CommuneScreens communes) {
        this.screens = screens;
        this.communes = communes;
    }

    @GetMapping("/territoires")
    @PreAuthorize(Allowed.MAPS)
    public String tree(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String au,
            Model model) {
        model.addAttribute("page", screens.tree(region, au));
        return "territory/tree";
    }

    @GetMapping("/territoires/zones/{code}")
    @PreAuthorize(Allowed.MAPS)
    public String zone(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String au,
            Model model) {
        model.addAttribute("page", screens.zone(code, au));
        return "territory/zone";
    }

    @GetMapping("/territoires/communes/{code}")
    @PreAuthorize(Allowed.MAPS)
    public String commune(@PathVariable String code, Model model) {
        model.addAttribute("page", communes.commune(code));
        return "territory/commune";
    }
}
