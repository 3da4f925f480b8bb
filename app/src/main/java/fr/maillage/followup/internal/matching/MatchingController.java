package fr.maillage.followup.internal.matching;

import fr.maillage.access.Allowed;
import fr.maillage.followup.internal.Back;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Events that came in and the planned acts they fulfil.
@Controller
@RequestMapping("/rapprochements")
@PreAuthorize(Allowed.CLINICAL)
class MatchingController {

    private static final String HERE = "/rapprochements";
    private static final String NONE = "aucun";

    /// The page whose panel was answered was read by a plain address.
    private static final String PLAIN = "/(?!/)[a-z0-9/-]*";

    private final MatchingScreens screens;
    private final MatchingService matching;

    MatchingController(MatchingScreens screens, MatchingService matching) {
        this.screens = screens;
        this.matching = matching;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String page(
            @RequestParam(name = "tous", required = false) @Nullable String all, Model model) {
        model.addAttribute("page", screens.page(all != null, null, "", new FormErrors()));
        return "followup/matching";
    }

    /// `acte`: the act it fulfilled, or « aucun ».
    @PostMapping("/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    public String answer(@PathVariable UUID id, Submission sent, HttpServletRequest request) {
        var form = sent.form();
        var everybody = form.checked("tous");
        var back =
                form.checked("retour")
                        ? Back.from(request, PLAIN, HERE)
                        : HERE + (everybody ? "?tous=1" : "");
        if (form.text("acte").equals(NONE))
            return sent.end(
                    Act.to(
                            back,
                            MatchingText.NOTHING_PLANNED,
                            () -> {
                                matching.refuse(id);
                                sent.keep("undo", HERE + "/" + id + "/annuler");
                            }),
                    outcome -> again(sent, id, everybody, form, outcome.errors()));
        var act = Ids.parse(form.text("acte")).orElseThrow(() -> new NotFound("acte", null));
        return sent.end(
                new Act(
                        MatchingText.DONE,
                        () -> {
                            matching.confirm(id, act, Sent.orNull(form.text("par", 200)));
                            sent.keep("undo", HERE + "/" + id + "/annuler");
                            return back;
                        }),
                outcome -> again(sent, id, everybody, form, outcome.errors()));
    }

    @PostMapping("/{id}/annuler")
    @PreAuthorize(Allowed.CLINICAL)
    public String undo(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(HERE, MatchingText.AGAIN, () -> matching.undo(id)),
                outcome -> again(sent, id, false, sent.form(), outcome.errors()));
    }

    private String again(
            Submission sent, UUID id, boolean everybody, Sent form, FormErrors errors) {
        return sent.show(
                "followup/matching", screens.page(everybody, id, form.text("par"), errors));
    }
}
