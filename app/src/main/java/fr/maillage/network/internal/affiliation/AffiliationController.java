package fr.maillage.network.internal.affiliation;

import fr.maillage.access.Allowed;
import fr.maillage.network.internal.affiliation.Affiliation.Standing;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Professionals of the network, for its head.
@Controller
@PreAuthorize(Allowed.HEAD)
class AffiliationController {

    static final String HERE = "/reglages/professionnels";

    private final AffiliationService affiliations;
    private final AffiliationScreens screens;

    AffiliationController(AffiliationService affiliations, AffiliationScreens screens) {
        this.affiliations = affiliations;
        this.screens = screens;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String list(
            @RequestParam(defaultValue = "MEMBRES") Standing etat,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("page", screens.list(etat, Math.max(0, page), screens.fresh()));
        return "network/affiliations";
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String add(Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(HERE, AffiliationText.SAVED, () -> affiliations.add(form)),
                _ -> sent.show("network/affiliations", screens.list(Standing.MEMBRES, 0, form)));
    }

    @GetMapping(HERE + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String one(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.one(id, null));
        return "network/affiliation";
    }

    @PostMapping(HERE + "/{id}/adhesion")
    @PreAuthorize(Allowed.HEAD)
    public String join(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(id, form, sent, () -> affiliations.join(id, form));
    }

    @PostMapping(HERE + "/{id}/sortie")
    @PreAuthorize(Allowed.HEAD)
    public String leave(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(id, form, sent, () -> affiliations.leave(id, form));
    }

    private String act(UUID id, Sent form, Submission sent, Runnable act) {
        return sent.end(
                Act.to(HERE + "/" + id, AffiliationText.SAVED, act),
                _ -> sent.show("network/affiliation", screens.one(id, form)));
    }
}
