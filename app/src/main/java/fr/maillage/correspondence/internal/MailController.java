package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The tray of letters: print, post, tick. The list says to whom and what kind; the text of a
/// letter with health content opens for clinicians only, since secretaries see names and status.
@Controller
@PreAuthorize(Allowed.DESK)
class MailController {

    private static final Set<String> STATES = Set.of("A_ENVOYER", "ENVOYE", "ECHEC", "ANNULE");

    private final OutboxService outbox;
    private final MailScreens screens;
    private final CaseFiles files;
    private final Trail trail;

    MailController(OutboxService outbox, MailScreens screens, CaseFiles files, Trail trail) {
        this.outbox = outbox;
        this.screens = screens;
        this.files = files;
        this.trail = trail;
    }

    @GetMapping("/courriers")
    @PreAuthorize(Allowed.DESK)
    public String tray(
            @RequestParam(name = "etat", defaultValue = "A_ENVOYER") String state, Model model) {
        model.addAttribute(
                "page", screens.tray(STATES.contains(state) ? state : "A_ENVOYER", null));
        return "correspondence/tray";
    }

    @GetMapping("/courriers/{id}")
    @PreAuthorize(Allowed.DESK)
    public String letter(@PathVariable UUID id, Model model) {
        mayRead(id, false);
        model.addAttribute("page", screens.letter(id, null));
        return "correspondence/letter";
    }

    /// One page a letter, in the order of the list.
    @PostMapping("/courriers/imprimer")
    @PreAuthorize(Allowed.DESK)
    public String print(
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Model model,
            HttpServletResponse response) {
        if (ids == null || ids.isEmpty()) return nothingChosen(model, response);
        ids.forEach(id -> mayRead(id, true));
        model.addAttribute("page", screens.letters(ids));
        return "correspondence/print";
    }

    @PostMapping("/courriers/postes")
    @PreAuthorize(Allowed.DESK)
    public String posted(
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (ids == null || ids.isEmpty()) return nothingChosen(model, response);
        after.addFlashAttribute("toast", CorrespondenceText.postedToast(outbox.posted(ids)));
        return "redirect:/courriers";
    }

    @PostMapping("/courriers/{id}/annuler")
    @PreAuthorize(Allowed.DESK)
    public String cancel(
            @PathVariable UUID id,
            @RequestParam(name = "motif", defaultValue = "") String why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        mayAct(id);
        if (why.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            mayRead(id, false);
            model.addAttribute("page", screens.letter(id, CorrespondenceText.WHY_NEEDED));
            return "correspondence/letter";
        }
        after.addFlashAttribute(
                "toast",
                outbox.cancel(id, why.strip())
                        ? CorrespondenceText.CANCELLED
                        : CorrespondenceText.NOT_WAITING);
        return "redirect:/courriers";
    }

    @PostMapping("/courriers/{id}/revenu")
    @PreAuthorize(Allowed.DESK)
    public String cameBack(@PathVariable UUID id, RedirectAttributes after) {
        mayAct(id);
        after.addFlashAttribute(
                "toast",
                outbox.cameBack(id)
                        ? CorrespondenceText.CAME_BACK
                        : CorrespondenceText.NOT_WAITING);
        return "redirect:/courriers?etat=ECHEC";
    }

    @PostMapping("/courriers/{id}/remettre")
    @PreAuthorize(Allowed.DESK)
    public String again(@PathVariable UUID id, RedirectAttributes after) {
        mayAct(id);
        after.addFlashAttribute(
                "toast",
                outbox.again(id) ? CorrespondenceText.AGAIN : CorrespondenceText.NOT_WAITING);
        return "redirect:/courriers";
    }

    private String nothingChosen(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", screens.tray("A_ENVOYER", CorrespondenceText.CHOOSE));
        return "correspondence/tray";
    }

    /// Names and status: whoever may handle the person's mail.
    private void mayAct(UUID id) {
        var letter = outbox.get(id);
        if (letter.patient() != null) files.openToWrite(letter.patient(), Part.COURRIERS);
    }

    private void mayRead(UUID id, boolean toPrint) {
        var letter = outbox.get(id);
        if (letter.patient() == null) return;
        var part = letter.clinical() ? Part.PPS : Part.COURRIERS;
        if (toPrint) {
            files.openToWrite(letter.patient(), part);
            trail.wrote(Trail.Action.PRINT, letter.patient(), "COURRIER", id);
        } else {
            files.open(letter.patient(), part);
        }
    }
}
