package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Ma journée », the home of a coordinator.
@Controller
@PreAuthorize(Allowed.DESK)
class DayController {

    private final DayScreens screens;

    DayController(DayScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/journee")
    @PreAuthorize(Allowed.DESK)
    public String day(
            @RequestParam(name = "filtre", required = false) @Nullable String filter,
            @RequestParam(name = "membre", defaultValue = "") String member,
            @RequestParam(name = "tout", required = false) @Nullable String all,
            Model model) {
        @Nullable UUID colleague = Ids.parse(member).orElse(null);
        model.addAttribute("page", screens.day(filter, colleague, all != null));
        return "desk/day";
    }
}
