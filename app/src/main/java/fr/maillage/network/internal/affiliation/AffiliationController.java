package fr.maillage.network.internal.affiliation;

import fr.maillage.access.Allowed;
import fr.maillage.network.internal.TypedForm;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Map;
import java.util.UUID;

/// Professionals of the network, for its head.
@Controller
@PreAuthorize(Allowed.HEAD)
class AffiliationController {

    private static final String HERE = "/reglages/professionnels";

    private final AffiliationService affiliations;
    private final SentForms forms;

    AffiliationController(AffiliationService affiliations, SentForms forms) {
        this.affiliations = affiliations;
        this.forms = forms;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String list(Model model) {
        return page(affiliations.fresh(), new TypedForm(Map.of()), model);
    }

    private String page(TypedForm form, TypedForm exit, Model model) {
        model.addAttribute("page", affiliations.page(form, exit));
        return "network/affiliations";
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String join(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return FormOutcome.of(forms, form.value("_once"), HERE, () -> affiliations.join(form))
                .end(
                        response,
                        redirect,
                        Affiliation.SAVED,
                        () -> page(form, new TypedForm(Map.of()), model));
    }

    @PostMapping(HERE + "/sortie")
    @PreAuthorize(Allowed.HEAD)
    public String leave(
            @RequestParam UUID qui,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return FormOutcome.of(forms, form.value("_once"), HERE, () -> affiliations.leave(qui, form))
                .end(
                        response,
                        redirect,
                        Affiliation.SAVED,
                        () -> page(affiliations.fresh(), form, model));
    }
}
