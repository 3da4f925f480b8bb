package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Protocols that come from elsewhere or go there: those shipped, those that other structures
/// share, files; and what two of them say differently. Nothing in them is about a person.
@Controller
@RequestMapping("/protocoles")
@PreAuthorize(Allowed.TEAM)
class SharingController {

    private final ProtocolService service;
    private final ProtocolScreens screens;
    private final CompareScreens comparing;
    private final Documents documents;
    private final CommonScreens commons;
    private final AdoptionService adoptions;

    SharingController(
            ProtocolService service,
            ProtocolScreens screens,
            CompareScreens comparing,
            Documents documents,
            CommonScreens commons,
            AdoptionService adoptions) {
        this.commons = commons;
        this.adoptions = adoptions;
        this.comparing = comparing;
        this.service = service;
        this.screens = screens;
        this.documents = documents;
    }

    @GetMapping("/livres/{code:[a-z0-9-]{1,60}}")
    @PreAuthorize(Allowed.TEAM)
    public String shipped(@PathVariable String code, Model model) {
        model.addAttribute("page", screens.shipped(service.shipped(code)));
        return "protocol/protocol";
    }

    @GetMapping("/partages/{id}")
    @PreAuthorize(Allowed.TEAM)
    public String shared(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.shared(id));
        return "protocol/protocol";
    }

    /// A common version of a theme group.
    @GetMapping("/communs/{id}")
    @PreAuthorize(Allowed.HARMONISATION)
    public String common(@PathVariable UUID id, Model model) {
        model.addAttribute("page", commons.read(id));
        return "protocol/protocol";
    }

    /// A copy of a common version, without adopting it.
    @PostMapping("/communs/{id}/prendre")
    @PreAuthorize(Allowed.TEMPLATES)
    public String takeCommon(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(ProtocolText.TAKEN, () -> ProtocolScreens.HOME + "/" + adoptions.take(id)),
                _ -> "redirect:" + ProtocolScreens.HOME);
    }

    /// A copy of a shipped protocol, as a draft of the structure.
    @PostMapping("/livres/{code:[a-z0-9-]{1,60}}/prendre")
    @PreAuthorize(Allowed.TEMPLATES)
    public String takeShipped(@PathVariable String code, Submission sent) {
        return sent.end(
                new Act(
                        ProtocolText.TAKEN,
                        () -> ProtocolScreens.HOME + "/" + service.takeShipped(code)),
                _ -> "redirect:" + ProtocolScreens.HOME);
    }

    /// A copy of what another structure shares.
    @PostMapping("/partages/{id}/prendre")
    @PreAuthorize(Allowed.TEMPLATES)
    public String takeShared(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(
                        ProtocolText.TAKEN,
                        () -> ProtocolScreens.HOME + "/" + service.takeShared(id)),
                _ -> "redirect:" + ProtocolScreens.HOME);
    }

    /// A file that another structure exported.
    @PostMapping("/importer")
    @PreAuthorize(Allowed.TEMPLATES)
    public String takeFile(
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model)
            throws IOException {
        var errors = new FormErrors();
        if (TooLarge.is(request)) errors.add("fichier", ProtocolText.TOO_LARGE);
        else if (file == null || file.isEmpty()) errors.add("fichier", ProtocolText.FILE_NEEDED);
        else if (file.getSize() > Documents.LARGEST) errors.add("fichier", ProtocolText.TOO_LARGE);
        else
            try {
                var id = service.takeFile(file.getBytes());
                after.addFlashAttribute("toast", ProtocolText.TAKEN);
                return "redirect:" + ProtocolScreens.HOME + "/" + id;
            } catch (FormRefused refused) {
                errors = refused.errors();
            }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", screens.list(null, errors));
        return "protocol/list";
    }

    /// The version that serves, or the draft, as a file for another structure.
    @GetMapping("/{id}/export.json")
    @PreAuthorize(Allowed.TEAM)
    public ResponseEntity<byte[]> export(
            @PathVariable UUID id,
            @RequestParam(name = "version", required = false) @Nullable UUID version) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("protocole.json")
                                .build()
                                .toString())
                .body(documents.file(screens.version(id, version).document()));
    }

    /// Two of them side by side: `v-<version>`, `e-<entry of the shelf>`, `m-<shipped>`.
    @GetMapping("/comparer")
    @PreAuthorize(Allowed.TEAM)
    public String compare(
            @RequestParam(name = "de", defaultValue = "") String left,
            @RequestParam(name = "a", defaultValue = "") String right,
            Model model) {
        model.addAttribute("page", comparing.compare(left, right));
        return "protocol/compare";
    }
}
