package fr.maillage.network.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Poles, antennas and sectors of one member, past and to come, for the head.
@Controller
@PreAuthorize(Allowed.HEAD)
class PostingController {

    private final PostingService postings;
    private final TeamScreens screens;
    private final Clock clock;

    PostingController(PostingService postings, TeamScreens screens, Clock clock) {
        this.postings = postings;
        this.screens = screens;
        this.clock = clock;
    }

    private static String here(UUID member) {
        return "/reglages/equipe/" + member + "/affectations";
    }

    @GetMapping("/reglages/equipe/{id}/affectations")
    @PreAuthorize(Allowed.HEAD)
    public String all(@PathVariable UUID id, Model model) {
        var blank = Sent.of(Map.of("since", LocalDate.now(clock).toString()));
        model.addAttribute("page", screens.postings(id, blank));
        return "network/postings";
    }

    @PostMapping("/reglages/equipe/{id}/affectations")
    @PreAuthorize(Allowed.HEAD)
    public String add(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(here(id), TeamText.POSTED, () -> postings.add(id, form)),
                _ -> sent.show("network/postings", screens.postings(id, form)));
    }

    @PostMapping("/reglages/equipe/{id}/affectations/{posting}/fin")
    @PreAuthorize(Allowed.HEAD)
    public String end(@PathVariable UUID id, @PathVariable UUID posting, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(here(id), TeamText.POSTING_ENDED, () -> postings.end(id, posting)),
                _ -> sent.show("network/postings", screens.postings(id, form)));
    }
}
