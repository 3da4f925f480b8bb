package fr.maillage.hospital.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One-click acts on a stay: done or refused, one is back on the page of stays and told.
@Controller
@RequestMapping("/dossiers/{id}/sejours/{stay}")
@PreAuthorize(Allowed.CLINICAL)
class StayDeedsController {

    private final CaseFiles files;
    private final StayDeeds deeds;
    private final PlanLetters letters;
    private final SentForms forms;

    StayDeedsController(CaseFiles files, StayDeeds deeds, PlanLetters letters, SentForms forms) {
        this.files = files;
        this.deeds = deeds;
        this.letters = letters;
        this.forms = forms;
    }

    @PostMapping("/pps")
    @PreAuthorize(Allowed.CLINICAL)
    public String plan(
            @PathVariable UUID id,
            @PathVariable UUID stay,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            RedirectAttributes after) {
        return act(
                id,
                Part.PPS,
                once,
                HospitalText.PLAN_SENT,
                after,
                file -> letters.send(file.patient(), stay));
    }

    @PostMapping("/visite")
    @PreAuthorize(Allowed.CLINICAL)
    public String visit(
            @PathVariable UUID id,
            @PathVariable UUID stay,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            RedirectAttributes after) {
        return act(
                id,
                Part.CONTACTS,
                once,
                HospitalText.VISIT,
                after,
                file -> deeds.visit(file.patient(), stay));
    }

    private String act(
            UUID id,
            Part part,
            @Nullable String once,
            String done,
            RedirectAttributes after,
            Consumer<OpenFile> act) {
        var file = files.openToWrite(new PatientId(id), part);
        var back = "/dossiers/" + id + "/sejours";
        var outcome = FormOutcome.of(forms, once, back, () -> act.accept(file));
        var why = outcome.why();
        after.addFlashAttribute("toast", why == null ? done : why);
        return "redirect:" + back;
    }
}
