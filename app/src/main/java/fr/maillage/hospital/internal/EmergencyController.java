package fr.maillage.hospital.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
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
import org.springframework.web.bind.annotation.PostMapping;

/// The sheet for an emergency room.
@Controller
class EmergencyController {

    private final CaseFiles files;
    private final EmergencyScreens screens;
    private final EmergencyTokens tokens;

    EmergencyController(CaseFiles files, EmergencyScreens screens, EmergencyTokens tokens) {
        this.files = files;
        this.screens = screens;
        this.tokens = tokens;
    }

    @GetMapping("/dossiers/{id}/urgence")
    @PreAuthorize(Allowed.FILES)
    public String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(files.open(new PatientId(id), Part.SYNTHESE)));
        return "hospital/sheet";
    }

    /// Where the code of a printed sheet leads: to the page, for who may open it.
    @GetMapping("/fiche/{token}")
    @PreAuthorize(Allowed.FILES)
    public String scanned(@PathVariable String token) {
        return "redirect:/dossiers/" + tokens.open(token) + "/urgence";
    }

    /// Prints: each printing has its own code, hence a form and not a link.
    @PostMapping("/dossiers/{id}/urgence/fiche.pdf")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<byte[]> print(@PathVariable UUID id) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("fiche-urgences.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(screens.paper(file, SignedIn.current()));
    }

    @PostMapping("/dossiers/{id}/urgence/{sheet}/revoquer")
    @PreAuthorize(Allowed.CLINICAL)
    public String revoke(@PathVariable UUID id, @PathVariable UUID sheet, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/urgence",
                        HospitalText.REVOKED,
                        () -> tokens.revoke(file.patient(), sheet)),
                _ -> sent.show("hospital/sheet", screens.page(file)));
    }
}
