package fr.maillage.followup.internal.screening;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What follows a retinal screening, for the team; by year, for who steers.
@Controller
@PreAuthorize(Allowed.STEERING)
class ScreeningController {

    private final ScreeningScreens screens;
    private final ScreeningService service;
    private final CaseFiles files;

    ScreeningController(ScreeningScreens screens, ScreeningService service, CaseFiles files) {
        this.screens = screens;
        this.service = service;
        this.files = files;
    }

    @GetMapping(ScreeningScreens.HERE)
    @PreAuthorize(Allowed.CLINICAL)
    public String list(@RequestParam(required = false) @Nullable String vue, Model model) {
        model.addAttribute("page", screens.list(vue));
        return "followup/screenings";
    }

    /// Figures alone, nobody's name.
    @GetMapping("/pilotage/depistages")
    @PreAuthorize(Allowed.STEERING)
    public String years(Model model) {
        model.addAttribute("years", screens.years());
        return "followup/screening-years";
    }

    @GetMapping("/dossiers/{patient}/depistages/{screening}")
    @PreAuthorize(Allowed.CLINICAL)
    public String step(@PathVariable UUID patient, @PathVariable UUID screening, Model model) {
        var file = files.open(new PatientId(patient), Part.EVALUATIONS);
        model.addAttribute("page", screens.step(file, screening, Sent.with()));
        return "followup/screening";
    }

    @PostMapping("/dossiers/{patient}/depistages/{screening}")
    @PreAuthorize(Allowed.CLINICAL)
    public String say(@PathVariable UUID patient, @PathVariable UUID screening, Submission sent) {
        var id = new PatientId(patient);
        var file = files.openToWrite(id, Part.EVALUATIONS);
        var form = sent.form();
        return sent.end(
                Submission.Act.to(
                        ScreeningScreens.HERE,
                        ScreeningText.NOTED,
                        () -> service.say(id, screening, form)),
                _ -> sent.show("followup/screening", screens.step(file, screening, form)));
    }
}
