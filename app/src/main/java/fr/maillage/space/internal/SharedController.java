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

/// Information published in a space, and texts of the register put before the group.
@Controller
@RequestMapping("/espaces/{id:[0-9a-f-]{36}}")
@PreAuthorize(Allowed.SPACES)
class SharedController {

    private final AnnouncementService announcements;
    private final Texts texts;
    private final WritingScreens writing;
    private final SpaceScreens screens;

    SharedController(
            AnnouncementService announcements,
            Texts texts,
            WritingScreens writing,
            SpaceScreens screens) {
        this.announcements = announcements;
        this.texts = texts;
        this.writing = writing;
        this.screens = screens;
    }

    @GetMapping("/informations/nouvelle")
    @PreAuthorize(Allowed.SPACES)
    String blank(@PathVariable UUID id, Model model) {
        model.addAttribute("page", writing.information(id, new Sent(Map.of())));
        return "space/writing";
    }

    @PostMapping("/informations")
    @PreAuthorize(Allowed.SPACES)
    String publish(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(
                        "/espaces/" + id,
                        SpaceText.PUBLISHED,
                        () -> announcements.publish(id, form)),
                outcome -> {
                    SpaceController.told(outcome, form);
                    return sent.show("space/writing", writing.information(id, form));
                });
    }

    @PostMapping("/informations/{information:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Allowed.SPACES)
    String withdraw(@PathVariable UUID id, @PathVariable UUID information, Submission sent) {
        return end(
                id,
                sent,
                information.toString(),
                SpaceText.INFORMATION_WITHDRAWN,
                () -> announcements.withdraw(id, information, sent.form()));
    }

    @PostMapping("/textes")
    @PreAuthorize(Allowed.SPACES)
    String add(@PathVariable UUID id, Submission sent) {
        return end(id, sent, "text", SpaceText.TEXT_ADDED, () -> texts.add(id, sent.form()));
    }

    @PostMapping("/textes/{text:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Allowed.SPACES)
    String remove(@PathVariable UUID id, @PathVariable UUID text, Submission sent) {
        return end(id, sent, "text", SpaceText.TEXT_REMOVED, () -> texts.remove(id, text));
    }

    private String end(UUID id, Submission sent, String edited, String toast, Runnable work) {
        var form = sent.form();
        return sent.end(
                Act.to("/espaces/" + id, toast, work),
                outcome -> {
                    SpaceController.told(outcome, form);
                    return sent.show("space/space", screens.page(id, false, form, edited));
                });
    }
}
