package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Plans à compléter »: the list of those who write them. Its address holds codes only.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class IncompleteController {

    private final IncompleteScreens screens;

    IncompleteController(IncompleteScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/plans/a-completer")
    @PreAuthorize(Allowed.CLINICAL)
    public String list(
            @RequestParam(name = "manque", required = false) @Nullable String gap,
            @RequestParam(name = "qui", required = false) @Nullable String coordinator,
            Model model) {
        model.addAttribute("page", screens.list(gap, coordinator));
        return "careplan/incomplete";
    }
}
