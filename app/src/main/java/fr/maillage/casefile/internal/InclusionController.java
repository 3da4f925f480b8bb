package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.Optional;
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

@Controller
@RequestMapping("/dossiers/{id}/inclusion")
@PreAuthorize(Allowed.CLINICAL)
class InclusionController {

    private static final String PAGE = "casefile/inclusion";

    private final CaseFiles files;
    private final InclusionService inclusions;
    private final InclusionScreens screens;

    InclusionController(CaseFiles files, InclusionService inclusions, InclusionScreens screens) {
        this.files = files;
        this.inclusions = inclusions;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String demande,
            Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        var referral = demande == null ? Optional.<UUID>empty() : Ids.parse(demande);
        var start = screens.start(file.patient(), referral, SignedIn.current().member());
        model.addAttribute("page", screens.page(file, start, FormOutcome.fresh()));
        return PAGE;
    }

    /// The same page with what is typed so far: what stands in the way is told before the click.
    @PostMapping("/verifier")
    @PreAuthorize(Allowed.CLINICAL)
    public String check(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.show(PAGE, screens.page(file, sent.form(), FormOutcome.fresh()));
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String include(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/cercle",
                        sent.text("level").equals("0")
                                ? InclusionText.WATCHED
                                : InclusionText.INCLUDED,
                        () -> inclusions.include(file.patient(), sent.form())),
                outcome -> sent.show(PAGE, screens.page(file, sent.form(), outcome)));
    }
}
