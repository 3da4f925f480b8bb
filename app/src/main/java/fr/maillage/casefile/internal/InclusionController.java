package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/dossiers/{id}/inclusion")
@PreAuthorize(Allowed.CLINICAL)
class InclusionController {

    private final CaseFiles files;
    private final InclusionService inclusions;
    private final InclusionScreens screens;
    private final SentForms forms;

    InclusionController(
            CaseFiles files,
            InclusionService inclusions,
            InclusionScreens screens,
            SentForms forms) {
        this.files = files;
        this.inclusions = inclusions;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String demande,
            Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        var referral = demande == null ? Optional.<UUID>empty() : Ids.parse(demande);
        return show(
                model,
                file,
                screens.start(file.patient(), referral, SignedIn.current().member()),
                null,
                null);
    }

    /// The same page with what is typed so far: what stands in the way is told before the click.
    @PostMapping("/verifier")
    @PreAuthorize(Allowed.CLINICAL)
    public String check(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Model model) {
        return show(
                model,
                files.openToWrite(new PatientId(id), Part.SYNTHESE),
                new Sent(sent),
                null,
                null);
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String include(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var form = new Sent(sent);
        var outcome =
                FormOutcome.of(
                        forms,
                        form.text("_once"),
                        "/dossiers/" + id + "/cercle",
                        () -> inclusions.include(file.patient(), form));
        return outcome.end(
                response,
                flash,
                form.text("level").equals("0") ? InclusionText.WATCHED : InclusionText.INCLUDED,
                () -> show(model, file, form, outcome.errors(), outcome.conflict()));
    }

    private String show(
            Model model,
            CaseFiles.OpenFile file,
            Sent sent,
            @Nullable FormErrors errors,
            @Nullable String conflict) {
        model.addAttribute("page", screens.page(file, sent, errors, conflict));
        return "casefile/inclusion";
    }
}
