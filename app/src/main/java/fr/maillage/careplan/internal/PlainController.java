package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.PdfPages;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The plan in plain French: handed over by the team, and read by the person or their relative.
@Controller
class PlainController {

    private static final String MINE = "/mon-plan/en-clair";

    private final PlainScreens screens;
    private final PpsScreens versions;
    private final PdfPages papers;
    private final CaseFiles files;
    private final Trail trail;

    PlainController(
            PlainScreens screens,
            PpsScreens versions,
            PdfPages papers,
            CaseFiles files,
            Trail trail) {
        this.screens = screens;
        this.versions = versions;
        this.papers = papers;
        this.files = files;
        this.trail = trail;
    }

    @GetMapping("/dossiers/{patient}/pps/{id}/en-clair")
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        model.addAttribute("page", version(files.open(new PatientId(patient), Part.PPS), id));
        return "careplan/plain";
    }

    @GetMapping("/dossiers/{patient}/pps/{id}/en-clair.pdf")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<byte[]> paper(@PathVariable UUID patient, @PathVariable UUID id) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var page = version(file, id);
        trail.wrote(Trail.Action.PRINT, file.patient(), "PPS", id);
        return paper(page);
    }

    private PlainPage version(OpenFile file, UUID id) {
        versions.plan(file.patient(), id);
        var plan = PpsScreens.base(file.patient()) + "/" + id;
        return screens.version(file, id, plan, plan + "/en-clair");
    }

    @GetMapping(MINE)
    @PreAuthorize(Allowed.PATIENT)
    public String mine(Model model) {
        model.addAttribute(
                "page",
                screens.inForce(
                        files.open(SignedIn.current().patient(), Part.PPS), "/mon-plan", MINE));
        return "careplan/plain";
    }

    @GetMapping(MINE + ".pdf")
    @PreAuthorize(Allowed.PATIENT)
    public ResponseEntity<byte[]> minePaper() {
        var file = files.openToWrite(SignedIn.current().patient(), Part.PPS);
        var page = screens.inForce(file, "/mon-plan", MINE);
        trail.wrote(Trail.Action.PRINT, file.patient(), "PPS", file.patient().value());
        return paper(page);
    }

    private ResponseEntity<byte[]> paper(PlainPage page) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("mon-plan.pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(papers.of("careplan/plain-pdf.jte", page));
    }
}
