package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanSuggestions;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan of a person, read by whoever may open that part of the file: on screen, version beside
/// version, on paper; and the beginning of the next version.
@Controller
@RequestMapping("/dossiers/{patient}/pps")
@PreAuthorize(Allowed.FILES)
class PpsController {

    private final PlanBeginnings beginnings;
    private final PpsScreens screens;
    private final VersionsScreens versions;
    private final PpsPdf pdf;
    private final CaseFiles files;
    private final SentForms forms;
    private final Trail trail;
    private final PlanSuggestions suggestions;

    PpsController(
            PlanBeginnings beginnings,
            PpsScreens screens,
            VersionsScreens versions,
            PpsPdf pdf,
            CaseFiles files,
            SentForms forms,
            Trail trail,
            PlanSuggestions suggestions) {
        this.beginnings = beginnings;
        this.screens = screens;
        this.versions = versions;
        this.pdf = pdf;
        this.files = files;
        this.forms = forms;
        this.trail = trail;
        this.suggestions = suggestions;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    public String current(@PathVariable UUID patient, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        var version = screens.mainVersion(file);
        if (version.isEmpty()) return none(file, model, List.of());
        model.addAttribute("page", screens.page(file, version.get(), new FormErrors(), ""));
        return "careplan/pps";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.FILES)
    public String version(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute("page", screens.page(file, id, new FormErrors(), ""));
        return "careplan/pps";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String begin(
            @PathVariable UUID patient,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Model model,
            HttpServletResponse response) {
        var id = new PatientId(patient);
        var file = files.openToWrite(id, Part.PPS);
        var obstacles = beginnings.obstaclesToBegin(id, reason);
        if (!obstacles.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var version = screens.mainVersion(file);
            if (version.isEmpty())
                return none(file, model, obstacles.stream().map(PpsText::of).toList());
            model.addAttribute(
                    "page",
                    screens.page(file, version.get(), PpsText.errors("reason", obstacles), reason));
            return "careplan/pps";
        }
        return "redirect:"
                + forms.once(
                        once,
                        () ->
                                switch (beginnings.begin(id, reason)) {
                                    case PlanBeginnings.Beginning.Done(var pps) ->
                                            PpsScreens.base(id) + "/" + pps + "/modifier";
                                    case PlanBeginnings.Beginning.Refused _ -> PpsScreens.base(id);
                                });
    }

    private String none(OpenFile file, Model model, List<String> why) {
        var obstacles =
                why.isEmpty()
                        ? beginnings.obstaclesToBegin(file.patient(), "").stream()
                                .map(PpsText::of)
                                .toList()
                        : why;
        model.addAttribute(
                "page",
                new NoPlanPage(
                        file.banner(),
                        PpsScreens.base(file.patient()),
                        obstacles,
                        SignedIn.current().role().clinical(),
                        SignedIn.current().role().clinical()
                                ? suggestions.waiting(file.patient())
                                : 0));
        return "careplan/none";
    }

    @GetMapping({"/versions", "/{id}/versions"})
    @PreAuthorize(Allowed.FILES)
    public String versions(
            @PathVariable UUID patient,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(name = "de", required = false) @Nullable UUID from,
            @RequestParam(name = "a", required = false) @Nullable UUID to,
            Model model,
            RedirectAttributes after) {
        var file = files.open(new PatientId(patient), Part.PPS);
        if (from != null && from.equals(to)) {
            after.addFlashAttribute("toast", PpsText.SAME_VERSION);
            return "redirect:" + PpsScreens.base(file.patient()) + "/" + to + "/versions";
        }
        model.addAttribute("page", versions.versions(file, from, to == null ? id : to));
        return "careplan/versions";
    }

    @GetMapping("/{id}/imprimer.pdf")
    @PreAuthorize(Allowed.FILES)
    public ResponseEntity<byte[]> print(@PathVariable UUID patient, @PathVariable UUID id) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var page = screens.page(file, id, new FormErrors(), "");
        trail.wrote(Trail.Action.PRINT, file.patient(), "PPS", id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("pps.pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf.of(page, file));
    }
}
