package fr.maillage.space.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The members of a space: invited, joined, chosen, gone.
@Controller
@RequestMapping("/espaces/{id:[0-9a-f-]{36}}/membres")
@PreAuthorize(Allowed.SPACES)
class MembersController {

    private final MembersScreens screens;
    private final MembersService members;

    MembersController(MembersScreens screens, MembersService members) {
        this.screens = screens;
        this.members = members;
    }

    @GetMapping
    @PreAuthorize(Allowed.SPACES)
    String all(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(id, new Sent(Map.of()), ""));
        return "space/members";
    }

    @PostMapping("/inviter")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String invite(@PathVariable UUID id, Submission sent) {
        return end(id, sent, "invite", SpaceText.INVITED, () -> members.invite(id, sent.form()));
    }

    @PostMapping("/rejoindre")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String join(@PathVariable UUID id, Submission sent) {
        return end(id, sent, "join", SpaceText.JOINED, () -> members.join(id));
    }

    /// Declines or leaves: the space is out of sight from then on.
    @PostMapping("/quitter")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String leave(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to("/espaces", SpaceText.LEFT, () -> members.leave(id, form)),
                outcome -> {
                    SpaceController.told(outcome, form);
                    return sent.show("space/members", screens.page(id, form, "leave"));
                });
    }

    @PostMapping("/equipe")
    @PreAuthorize(Allowed.HEAD)
    String choose(@PathVariable UUID id, Submission sent) {
        return end(id, sent, "person", SpaceText.CHOSEN, () -> members.choose(id, sent.form()));
    }

    @PostMapping("/{party}/retirer")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String takeOut(@PathVariable UUID id, @PathVariable UUID party, Submission sent) {
        return end(
                id,
                sent,
                party.toString(),
                SpaceText.TAKEN_OUT,
                () -> members.takeOut(id, party, sent.form()));
    }

    @PostMapping("/{party}/animation")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String moderates(@PathVariable UUID id, @PathVariable UUID party, Submission sent) {
        var moderates = sent.form().checked("moderates");
        return end(
                id,
                sent,
                party.toString(),
                SpaceText.CHANGED,
                () -> members.moderates(id, party, moderates));
    }

    private String end(UUID id, Submission sent, String edited, String toast, Runnable work) {
        var form = sent.form();
        return sent.end(
                Act.to("/espaces/" + id + "/membres", toast, work),
                outcome -> {
                    SpaceController.told(outcome, form);
                    if (outcome.conflict() != null) form.errors().add(edited, SpaceText.ANSWERED);
                    return sent.show("space/members", screens.page(id, form, edited));
                });
    }
}
