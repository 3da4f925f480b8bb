package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
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

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Meetings: their list, and each with who takes part.
@Controller
@RequestMapping("/rcp")
@PreAuthorize(Allowed.DESK)
class MeetingController {

    private final MeetingService service;
    private final Invitations invitations;
    private final MeetingsScreens lists;
    private final MeetingScreens screens;

    MeetingController(
            MeetingService service,
            Invitations invitations,
            MeetingsScreens lists,
            MeetingScreens screens) {
        this.service = service;
        this.invitations = invitations;
        this.lists = lists;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    String list(@RequestParam(name = "page", defaultValue = "1") String page, Submission sent) {
        return sent.show(
                "rcp/meetings",
                lists.list(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, Shown.none()));
    }

    @GetMapping("/nouvelle")
    @PreAuthorize(Allowed.DESK)
    String blank(Submission sent) {
        return sent.show("rcp/new", lists.blank(Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.DESK)
    String create(Submission sent) {
        return sent.end(
                new Act(RcpText.CREATED, () -> "/rcp/" + service.create(sent.typed())),
                "reunion",
                "rcp/new",
                lists::blank);
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.FILES)
    String read(@PathVariable UUID id, Submission sent) {
        return sent.show("rcp/meeting", screens.page(id, Shown.none()));
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allowed.DESK)
    String change(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return end(
                id,
                "reunion",
                RcpText.CHANGED,
                () -> service.change(id, typed, typed.version()),
                sent);
    }

    @PostMapping("/{id}/annulation")
    @PreAuthorize(Allowed.DESK)
    String cancel(@PathVariable UUID id, Submission sent) {
        return end(
                id, "annuler", RcpText.CANCELLED, () -> service.cancel(id, sent.text("why")), sent);
    }

    @PostMapping("/{id}/participants")
    @PreAuthorize(Allowed.DESK)
    String add(@PathVariable UUID id, Submission sent) {
        return end(id, "participant", RcpText.ADDED, () -> invitations.add(id, sent.typed()), sent);
    }

    @PostMapping("/{id}/participants/{participant}/retrait")
    @PreAuthorize(Allowed.DESK)
    String remove(@PathVariable UUID id, @PathVariable UUID participant, Submission sent) {
        return end(id, "retrait", RcpText.REMOVED, () -> invitations.remove(id, participant), sent);
    }

    @PostMapping("/{id}/participants/{participant}/reponse")
    @PreAuthorize(Allowed.DESK)
    String answer(@PathVariable UUID id, @PathVariable UUID participant, Submission sent) {
        return end(
                id,
                "reponse",
                RcpText.ANSWERED,
                () -> invitations.answer(id, participant, sent.text("answer")),
                sent);
    }

    @PostMapping("/{id}/invitations")
    @PreAuthorize(Allowed.DESK)
    String invite(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/rcp/" + id, RcpText.INVITED_ALL, () -> invitations.invite(id)),
                "invitations",
                "rcp/meeting",
                shown -> screens.page(id, shown));
    }

    @PostMapping("/{id}/presences")
    @PreAuthorize(Allowed.DESK)
    String presences(@PathVariable UUID id, Submission sent) {
        return end(
                id,
                "presences",
                RcpText.PRESENCES,
                () -> service.presences(id, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/cloture")
    @PreAuthorize(Allowed.CLINICAL)
    String hold(@PathVariable UUID id, Submission sent) {
        var seen =
                sent.values().getOrDefault("seen", List.of()).stream()
                        .map(Ids::parse)
                        .flatMap(Optional::stream)
                        .toList();
        return end(id, "cloture", RcpText.HELD, () -> service.hold(id, seen), sent);
    }

    private String end(UUID id, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to("/rcp/" + id, toast, work),
                form,
                "rcp/meeting",
                shown -> screens.page(id, shown));
    }
}
