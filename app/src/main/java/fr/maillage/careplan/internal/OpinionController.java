package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The attending doctor's page: what is new, what is asked, three answers. Nobody else's: another
/// professional of the circle, or a doctor of another person, is told that it does not exist.
@Controller
@RequestMapping("/avis/{id}")
@PreAuthorize(Allowed.PROFESSIONAL)
class OpinionController {

    private final PpsService service;
    private final Receipts receipts;
    private final PpsScreens screens;
    private final OpinionScreens opinions;
    private final CaseFiles files;
    private final SentForms forms;
    private final Clock clock;

    OpinionController(
            PpsService service,
            Receipts receipts,
            PpsScreens screens,
            OpinionScreens opinions,
            CaseFiles files,
            SentForms forms,
            Clock clock) {
        this.service = service;
        this.receipts = receipts;
        this.screens = screens;
        this.opinions = opinions;
        this.files = files;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.PROFESSIONAL)
    public String page(@PathVariable UUID id, Model model, RedirectAttributes after) {
        var patient = attending(id);
        if (screens.plan(id).takenBack()) {
            after.addFlashAttribute("toast", PpsText.NOT_AWAITED);
            return "redirect:/mes-patients";
        }
        var file = files.open(patient, Part.PPS);
        // seen by the doctor who is asked: received
        SignedIn.current().tenancy().actingFor(file.network()).run(() -> receipts.opened(id));
        model.addAttribute("page", opinions.opinion(file, id, true, new FormErrors(), Map.of()));
        return "careplan/doctor";
    }

    @PostMapping
    @PreAuthorize(Allowed.PROFESSIONAL)
    public String give(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var me = SignedIn.current();
        var file = files.openToWrite(attending(id), Part.PPS);
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var given = OpinionForm.read(sent, me.displayName(), me.rpps(), "ECRAN", today, errors);
        if (given != null)
            screens.plan(id)
                    .obstaclesToOpinion(given, today)
                    .forEach(o -> errors.add(OpinionForm.field(o), PpsText.of(o)));
        // a doctor of several structures writes in the one that holds the plan
        var outcome =
                given == null || !errors.none()
                        ? FormOutcome.refused(errors)
                        : me.tenancy()
                                .actingFor(file.network())
                                .call(() ->
                                        FormOutcome.of(
                                                forms,
                                                once,
                                                "/avis/" + id,
                                                () -> service.answer(id, given)));
        return outcome.end(
                response,
                after,
                PpsText.OPINION_THANKS,
                () -> {
                    model.addAttribute(
                            "page", opinions.opinion(file, id, true, outcome.errors(), sent));
                    return "careplan/doctor";
                });
    }

    /// The person, for their attending doctor of today. Throws `NotFound`.
    private PatientId attending(UUID id) {
        var patient = screens.plan(id).patient();
        var me = SignedIn.current();
        var attending =
                files.circle(patient, LocalDate.now(clock)).stream()
                        .filter(a -> a.role().equals("MEDECIN_TRAITANT"))
                        .anyMatch(a ->
                                me.accountId().equals(a.accountId())
                                        || (me.rpps() != null && me.rpps().equals(a.rpps())));
        if (!attending
                || screens.plan(id).status() == Status.BROUILLON
                        && screens.plan(id).submittedAt() == null) throw new NotFound("pps", id);
        return patient;
    }
}
