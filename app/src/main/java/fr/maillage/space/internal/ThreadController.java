package fr.maillage.space.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Discussions of a space: opened, answered, edited, withdrawn, concluded, taken away as a text;
/// and what is decided in them.
@Controller
@RequestMapping("/espaces/{id:[0-9a-f-]{36}}/discussions")
@PreAuthorize(Allowed.SPACES)
class ThreadController {

    private static final String ONE = "/{discussion:[0-9a-f-]{36}}";
    private static final String MESSAGE = ONE + "/messages/{message:[0-9a-f-]{36}}";

    private final ThreadService service;
    private final ThreadScreens screens;
    private final Decisions decisions;
    private final ReadingService reading;
    private final WritingScreens writing;

    ThreadController(
            ThreadService service,
            ThreadScreens screens,
            Decisions decisions,
            ReadingService reading,
            WritingScreens writing) {
        this.service = service;
        this.screens = screens;
        this.decisions = decisions;
        this.reading = reading;
        this.writing = writing;
    }

    @GetMapping("/nouvelle")
    @PreAuthorize(Allowed.SPACES)
    String blank(@PathVariable UUID id, Model model) {
        model.addAttribute("page", writing.discussion(id, new Sent(Map.of())));
        return "space/writing";
    }

    @PostMapping
    @PreAuthorize(Allowed.SPACES)
    String open(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(
                        SpaceText.DISCUSSION_OPENED,
                        () -> "/espaces/" + id + "/discussions/" + service.open(id, form)),
                outcome -> {
                    SpaceController.told(outcome, form);
                    return sent.show("space/writing", writing.discussion(id, form));
                });
    }

    @GetMapping(ONE)
    @PreAuthorize(Allowed.SPACES)
    String one(
            @PathVariable UUID id,
            @PathVariable UUID discussion,
            @RequestParam(defaultValue = "") String a,
            Model model) {
        model.addAttribute(
                "page",
                screens.page(id, discussion, Ids.parse(a).orElse(null), new Sent(Map.of()), ""));
        return "space/discussion";
    }

    @PostMapping(ONE)
    @PreAuthorize(Allowed.SPACES)
    String reply(@PathVariable UUID id, @PathVariable UUID discussion, Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(
                        SpaceText.SAID,
                        () -> href(id, discussion) + "#m-" + service.reply(id, discussion, form)),
                outcome -> again(id, discussion, sent, outcome, "reply"));
    }

    @PostMapping(MESSAGE)
    @PreAuthorize(Allowed.SPACES)
    String edit(
            @PathVariable UUID id,
            @PathVariable UUID discussion,
            @PathVariable UUID message,
            Submission sent) {
        return sent.end(
                Act.to(
                        href(id, discussion) + "#m-" + message,
                        SpaceText.EDITED,
                        () -> service.edit(id, discussion, message, sent.form())),
                outcome -> again(id, discussion, sent, outcome, "m" + message));
    }

    @PostMapping(MESSAGE + "/retirer")
    @PreAuthorize(Allowed.SPACES)
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID discussion,
            @PathVariable UUID message,
            Submission sent) {
        return sent.end(
                Act.to(
                        href(id, discussion) + "#m-" + message,
                        SpaceText.WITHDRAWN,
                        () -> service.withdraw(id, discussion, message, sent.form())),
                outcome -> again(id, discussion, sent, outcome, "w" + message));
    }

    @PostMapping(ONE + "/conclure")
    @PreAuthorize(Allowed.SPACES)
    String conclude(@PathVariable UUID id, @PathVariable UUID discussion, Submission sent) {
        var closed = !sent.form().checked("rouvrir");
        return sent.end(
                Act.to(
                        href(id, discussion),
                        closed ? SpaceText.CONCLUDED : SpaceText.OPEN_AGAIN,
                        () -> service.conclude(id, discussion, closed)),
                outcome -> again(id, discussion, sent, outcome, "reply"));
    }

    /// To come back to it.
    @PostMapping(ONE + "/non-lue")
    @PreAuthorize(Allowed.SPACES)
    String unread(@PathVariable UUID id, @PathVariable UUID discussion, Submission sent) {
        return sent.end(
                Act.to("/espaces/" + id, SpaceText.NEW_AGAIN, () -> reading.unread(id, discussion)),
                outcome -> again(id, discussion, sent, outcome, "reply"));
    }

    @PostMapping(ONE + "/decisions")
    @PreAuthorize(Allowed.SPACES)
    String decide(@PathVariable UUID id, @PathVariable UUID discussion, Submission sent) {
        return sent.end(
                Act.to(
                        href(id, discussion) + "#decisions",
                        SpaceText.DECIDED,
                        () -> decisions.take(id, discussion, sent.form())),
                outcome -> again(id, discussion, sent, outcome, "decision"));
    }

    @PostMapping(ONE + "/decisions/{decision:[0-9a-f-]{36}}/fait")
    @PreAuthorize(Allowed.SPACES)
    String done(
            @PathVariable UUID id,
            @PathVariable UUID discussion,
            @PathVariable UUID decision,
            Submission sent) {
        return sent.end(
                Act.to(
                        href(id, discussion) + "#decisions",
                        SpaceText.DONE,
                        () -> decisions.done(id, decision, sent.form())),
                outcome -> again(id, discussion, sent, outcome, "d" + decision));
    }

    @GetMapping(ONE + "/discussion.txt")
    @PreAuthorize(Allowed.SPACES)
    ResponseEntity<byte[]> export(@PathVariable UUID id, @PathVariable UUID discussion) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("discussion.txt")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(screens.exported(id, discussion).getBytes(StandardCharsets.UTF_8));
    }

    private static String href(UUID id, UUID discussion) {
        return "/espaces/" + id + "/discussions/" + discussion;
    }

    private String again(
            UUID id, UUID discussion, Submission sent, FormOutcome outcome, String edited) {
        var form = sent.form();
        SpaceController.told(outcome, form);
        if (outcome.conflict() != null) form.errors().add(edited, SpaceText.OVERTAKEN);
        return sent.show("space/discussion", screens.page(id, discussion, null, form, edited));
    }
}
