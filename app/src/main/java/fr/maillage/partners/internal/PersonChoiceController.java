package fr.maillage.partners.internal;

import fr.maillage.access.Allowed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « c » without a person: whose circle? A name is posted, and never stands in an address.
@Controller
@RequestMapping(CardController.CARD + "/cercle")
@PreAuthorize(Allowed.CLINICAL)
class PersonChoiceController {

    private final PersonChoice choice;

    PersonChoiceController(PersonChoice choice) {
        this.choice = choice;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    String recent(@PathVariable String sort, @PathVariable String ref, Model model) {
        model.addAttribute("page", choice.recent(Partner.of(sort, ref)));
        return "partners/choice";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    String find(
            @PathVariable String sort,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String qui,
            Model model) {
        var partner = Partner.of(sort, ref);
        var typed = qui.replace("\0", "").strip();
        model.addAttribute(
                "page", typed.isEmpty() ? choice.recent(partner) : choice.found(partner, typed));
        return "partners/choice";
    }
}
