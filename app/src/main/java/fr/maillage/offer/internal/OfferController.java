package fr.maillage.offer.internal;

import fr.maillage.access.Allowed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Offre près de… »: who answers a need near a commune, and over a zone. Addresses hold a need, a
/// commune and a distance, nobody.
@Controller
@RequestMapping("/offre")
@PreAuthorize(Allowed.TEAM)
class OfferController {

    private static final int NEAR = 20;

    private final OfferScreens screens;
    private final OfferZoneScreens zones;
    private final NamedCommunes communes;

    OfferController(OfferScreens screens, OfferZoneScreens zones, NamedCommunes communes) {
        this.screens = screens;
        this.zones = zones;
        this.communes = communes;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    String near(
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String km,
            Model model) {
        model.addAttribute("page", screens.near(besoin, commune, distance(km)));
        return "offer/near";
    }

    @GetMapping("/zones")
    @PreAuthorize(Allowed.TEAM)
    String zone(
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "") String km,
            Model model) {
        model.addAttribute("page", zones.zone(zone, besoin, distance(km)));
        return "offer/zone";
    }

    @PostMapping("/communes")
    @PreAuthorize(Allowed.TEAM)
    String communes(@RequestParam(defaultValue = "") String commune, Model model) {
        model.addAttribute(
                "communes",
                communes.like(commune, 10).stream().map(NamedCommunes.Commune::words).toList());
        return "desk/_communes";
    }

    /// One of those offered; 20 km for anything else.
    private static int distance(String typed) {
        return OfferScreens.DISTANCES.stream()
                .filter(d -> String.valueOf(d).equals(typed))
                .findFirst()
                .orElse(NEAR);
    }
}
