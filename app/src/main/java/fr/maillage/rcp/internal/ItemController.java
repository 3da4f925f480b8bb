package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.UUID;

/// One person at a meeting: notes, decisions, minutes.
@Controller
@RequestMapping("/rcp/{meeting}/personnes")
@PreAuthorize(Allowed.CLINICAL)
class ItemController {

    private final AgendaService agenda;
    private final Invitations invitations;
    private final MinutesService minutes;
    private final MeetingScreens meetingScreens;
    private final ItemScreens screens;

    ItemController(
            AgendaService agenda,
            Invitations invitations,
            MinutesService minutes,
            MeetingScreens meetingScreens,
            ItemScreens screens) {
        this.agenda = agenda;
        this.invitations = invitations;
        this.minutes = minutes;
        this.meetingScreens = meetingScreens;
        this.screens = screens;
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    String put(@PathVariable UUID meeting, Submission sent) {
        var typed = sent.typed();
        return sent.end(
                Act.to(
                        "/rcp/" + meeting,
                        RcpText.ON_IT,
                        () -> agenda.put(meeting, agenda.chosen(typed), typed)),
                "personne",
                "rcp/meeting",
                shown -> meetingScreens.page(meeting, shown));
    }

    @PostMapping("/{id}/retrait")
    @PreAuthorize(Allowed.CLINICAL)
    String remove(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/rcp/" + meeting, RcpText.OFF_IT, () -> agenda.remove(meeting, id)),
                "retrait-personne",
                "rcp/meeting",
                shown -> meetingScreens.page(meeting, shown));
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.FILES)
    String read(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        return show(meeting, id, Shown.none(), sent);
    }

    private String show(UUID meeting, UUID id, Shown shown, Submission sent) {
        return sent.show("rcp/item", screens.page(meeting, id, shown));
    }

    @PostMapping("/{id}/notes")
    @PreAuthorize(Allowed.CLINICAL)
    String notes(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return end(
                meeting,
                id,
                "notes",
                RcpText.NOTED,
                () -> agenda.notes(meeting, id, typed.text("notes"), typed.version()),
                sent);
    }

    @PostMapping("/{id}/accord")
    @PreAuthorize(Allowed.CLINICAL)
    String agreed(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        return end(
                meeting,
                id,
                "accord",
                RcpText.AGREEMENT_NOTED,
                () -> agenda.agreed(meeting, id, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/decisions")
    @PreAuthorize(Allowed.CLINICAL)
    String decide(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        return end(
                meeting,
                id,
                "decision",
                RcpText.DECISION_NOTED,
                () -> agenda.decide(meeting, id, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/decisions/{decision}/plan")
    @PreAuthorize(Allowed.CLINICAL)
    String carry(
            @PathVariable UUID meeting,
            @PathVariable UUID id,
            @PathVariable UUID decision,
            Submission sent) {
        return end(
                meeting,
                id,
                "plan",
                RcpText.CARRIED,
                () -> agenda.carry(meeting, id, decision),
                sent);
    }

    /// What somebody invited answers, on their own screen.
    @PostMapping("/{id}/reponse")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String answer(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        // somebody of several structures acts in the one of this person, from the start
        return SignedIn.current()
                .tenancy()
                .actingFor(screens.networkOf(meeting, id))
                .call(() ->
                        end(
                                meeting,
                                id,
                                "reponse",
                                RcpText.ANSWERED,
                                () -> invitations.answerHere(meeting, id, sent.text("answer")),
                                sent));
    }

    @PostMapping("/{id}/compte-rendu")
    @PreAuthorize(Allowed.CLINICAL)
    String send(@PathVariable UUID meeting, @PathVariable UUID id, Submission sent) {
        return end(
                meeting, id, "envoi", RcpText.MINUTES_SENT, () -> minutes.send(meeting, id), sent);
    }

    @GetMapping("/{id}/compte-rendu.pdf")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<byte[]> pdf(@PathVariable UUID meeting, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("compte-rendu.pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(minutes.pdf(meeting, id));
    }

    private String end(
            UUID meeting, UUID id, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to("/rcp/" + meeting + "/personnes/" + id, toast, work),
                form,
                "rcp/item",
                shown -> screens.page(meeting, id, shown));
    }
}
