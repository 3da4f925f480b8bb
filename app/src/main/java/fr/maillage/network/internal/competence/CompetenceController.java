package fr.maillage.network.internal.competence;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What a member masters of the framework: for the member and for who heads the structure.
@Controller
@PreAuthorize(Allowed.TEAM)
class CompetenceController {

    private final CompetenceService service;
    private final CompetenceScreens screens;

    CompetenceController(CompetenceService service, CompetenceScreens screens) {
        this.service = service;
        this.screens = screens;
    }

    /// One's own.
    @GetMapping("/mes-competences")
    @PreAuthorize(Allowed.TEAM)
    String mine() {
        return "redirect:/equipe/" + SignedIn.current().member() + "/competences";
    }

    @GetMapping("/equipe/{member}/competences")
    @PreAuthorize(Allowed.TEAM)
    String show(@PathVariable UUID member, Submission sent) {
        return sent.show("network/competences", screens.page(member, null));
    }

    @PostMapping("/equipe/{member}/competences")
    @PreAuthorize(Allowed.TEAM)
    String look(@PathVariable UUID member, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(
                        "/equipe/" + member + "/competences",
                        CompetenceText.SAVED,
                        () -> service.look(member, form)),
                _ -> sent.show("network/competences", screens.page(member, form)));
    }
}
