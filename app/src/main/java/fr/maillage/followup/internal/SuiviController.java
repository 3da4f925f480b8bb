package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.followup.internal.realised.ActState;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Planned against done, and the marking of acts by the team.
@Controller
@PreAuthorize(Allowed.FILES)
class SuiviController {

    private final SuiviScreens screens;
    private final FollowUp followUp;
    private final Clock clock;

    SuiviController(SuiviScreens screens, FollowUp followUp, Clock clock) {
        this.screens = screens;
        this.followUp = followUp;
        this.clock = clock;
    }

    @GetMapping("/dossiers/{patient}/suivi")
    @PreAuthorize(Allowed.FILES)
    public String page(
            @PathVariable UUID patient,
            @RequestParam(name = "intervention", required = false) @Nullable UUID intervention,
            @RequestParam(name = "etat", defaultValue = "") String state,
            Model model) {
        model.addAttribute(
                "page",
                screens.page(
                        new PatientId(patient), intervention, ActState.of(state).orElse(null)));
        return "followup/suivi";
    }

    /// @param what fait, pas-fait or annuler
    @PostMapping("/dossiers/{patient}/suivi/{act}/{what}")
    @PreAuthorize(Allowed.CLINICAL)
    public String mark(
            @PathVariable UUID patient,
            @PathVariable UUID act,
            @PathVariable String what,
            @RequestParam(name = "jour", defaultValue = "") String day,
            @RequestParam(name = "par", defaultValue = "") String by,
            @RequestParam(name = "why", defaultValue = "") String why,
            @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam(name = "intervention", required = false) @Nullable UUID intervention,
            RedirectAttributes flash) {
        var words = note.replace("\0", "").strip();
        var remark = Sent.orNull(words.substring(0, Math.min(words.length(), 2_000)));
        var mark =
                switch (what) {
                    case "fait" ->
                            new FollowUp.Mark.Done(
                                    FrenchDates.read(day.strip())
                                            .orElseGet(() -> LocalDate.now(clock)),
                                    Sent.orNull(by.replace("\0", "").strip()),
                                    remark);
                    case "pas-fait" -> new FollowUp.Mark.Missed(reason(why), remark);
                    case "annuler" -> new FollowUp.Mark.Unmark();
                    default -> throw new NotFound("suivi", act);
                };
        var marked = followUp.mark(act, mark);
        flash.addFlashAttribute("toast", FollowUpText.of(marked, mark));
        if (marked instanceof FollowUp.Marked.Recorded && !(mark instanceof FollowUp.Mark.Unmark))
            flash.addFlashAttribute(
                    "undo",
                    "/dossiers/"
                            + patient
                            + "/suivi/"
                            + act
                            + "/annuler"
                            + (intervention == null ? "" : "?intervention=" + intervention));
        return "redirect:/dossiers/"
                + patient
                + "/suivi"
                + (intervention == null ? "" : "?intervention=" + intervention);
    }

    private static NotDone reason(String code) {
        return Arrays.stream(NotDone.values())
                .filter(r -> r.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("motif", null));
    }
}
