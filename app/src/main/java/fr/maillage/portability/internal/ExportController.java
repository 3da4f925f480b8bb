package fr.maillage.portability.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Everything the structure owns, at any time.
@Controller
@PreAuthorize(Allowed.HEAD)
class ExportController {

    private final ExportService exports;
    private final ExportScreens screens;
    private final Clock clock;

    ExportController(ExportService exports, ExportScreens screens, Clock clock) {
        this.exports = exports;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/reglages/export")
    @PreAuthorize(Allowed.HEAD)
    public String list(Model model) {
        model.addAttribute("page", screens.page(new FormErrors()));
        return "portability/exports";
    }

    /// The lines alone, while one is made.
    @GetMapping("/reglages/export/avancement")
    @PreAuthorize(Allowed.HEAD)
    public String progress(Model model, HttpServletResponse response) {
        var page = screens.page(new FormErrors());
        if (!page.working()) response.setHeader("HX-Refresh", "true");
        model.addAttribute("page", page);
        return "portability/_exports";
    }

    @PostMapping("/reglages/export")
    @PreAuthorize(Allowed.HEAD)
    public String ask(Submission sent) {
        return sent.end(
                Act.to("/reglages/export", ExportText.STARTED, exports::ask),
                outcome -> sent.show("portability/exports", screens.page(outcome.errors())));
    }

    @GetMapping("/reglages/export/{id}/fichier")
    @PreAuthorize(Allowed.HEAD)
    public ResponseEntity<Resource> file(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        ExportText.fileName(LocalDate.now(clock).toString()),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(exports.download(id)));
    }
}
