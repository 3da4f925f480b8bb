package fr.maillage.adverse.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/// What may be an adverse event: one key declares it or sets it aside with why.
@Controller("adverseProposalController")
@RequestMapping("/evenements/a-qualifier")
@PreAuthorize(Allowed.STEERING)
class ProposalController {

    private static final String HERE = "/evenements/a-qualifier";

    private final ProposalService proposals;
    private final ProposalScreens screens;

    ProposalController(ProposalService proposals, ProposalScreens screens) {
        this.proposals = proposals;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.STEERING)
    String list(@RequestParam(defaultValue = "1") String page, Submission sent) {
        var asked = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        return sent.show("adverse/proposals", screens.page(asked, Shown.none()));
    }

    @PostMapping("/{id}/declaration")
    @PreAuthorize(Allowed.STEERING)
    String declare(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(AdverseText.TO_QUALIFY, () -> "/evenements/" + proposals.declare(id)),
                id.toString(),
                "adverse/proposals",
                shown -> screens.page(1, shown));
    }

    @PostMapping("/{id}/ecart")
    @PreAuthorize(Allowed.STEERING)
    String setAside(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(HERE, AdverseText.SET_ASIDE, () -> proposals.setAside(id, sent.text("why"))),
                id.toString(),
                "adverse/proposals",
                shown -> screens.page(1, shown));
    }
}
