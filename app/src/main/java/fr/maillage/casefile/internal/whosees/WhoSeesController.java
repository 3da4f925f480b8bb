package fr.maillage.casefile.internal.whosees;

import fr.maillage.access.Allowed;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The table the data-protection officer asks for.
@Controller
class WhoSeesController {

    private final WhoSeesScreens screens;

    WhoSeesController(WhoSeesScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/reglages/equipe/qui-voit-quoi")
    @PreAuthorize(Allowed.HEAD)
    public String page(Model model) {
        model.addAttribute("page", screens.page());
        return "casefile/who-sees";
    }
}
