package fr.maillage.casefile.internal.whosees;

import fr.maillage.access.Allowed;
import fr.maillage.web.PdfPages;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The table the data-protection officer asks for.
@Controller
class WhoSeesController {

    private final WhoSeesScreens screens;
    private final PdfPages papers;

    WhoSeesController(WhoSeesScreens screens, PdfPages papers) {
        this.screens = screens;
        this.papers = papers;
    }

    @GetMapping("/reglages/equipe/qui-voit-quoi")
    @PreAuthorize(Allowed.HEAD)
    public String page(Model model) {
        model.addAttribute("page", screens.page());
        return "casefile/who-sees";
    }

    /// The same on paper, to be kept: an archive that a screen reader reads.
    @GetMapping("/reglages/equipe/qui-voit-quoi.pdf")
    @PreAuthorize(Allowed.HEAD)
    public ResponseEntity<byte[]> paper() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("qui-voit-quoi.pdf")
                                .build()
                                .toString())
                .body(papers.of("casefile/who-sees-pdf.jte", screens.page()));
    }
}
