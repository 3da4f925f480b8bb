package fr.maillage.diseaseregister.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.WorkbookOut;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Who reports to a register, and what goes out of it.
@Controller
@RequestMapping(DiseaseRegisterScreens.HOME + "/{id}")
@PreAuthorize(Allowed.STEERING)
class OutController {

    private final SourcesScreens sources;
    private final SourceService reporting;
    private final ExtractScreens extracts;
    private final ExtractService service;

    OutController(
            SourcesScreens sources,
            SourceService reporting,
            ExtractScreens extracts,
            ExtractService service) {
        this.sources = sources;
        this.reporting = reporting;
        this.extracts = extracts;
        this.service = service;
    }

    @GetMapping("/sources")
    @PreAuthorize(Allowed.STEERING)
    String sources(@PathVariable UUID id, Submission sent) {
        return sent.show("diseaseregister/sources", sources.page(id, Shown.none()));
    }

    @PostMapping("/sources")
    @PreAuthorize(Allowed.TEMPLATES)
    String add(@PathVariable UUID id, Submission sent) {
        return source(
                id,
                "source",
                RegisterText.SOURCE_ADDED,
                () -> reporting.add(id, sent.typed()),
                sent);
    }

    @PostMapping("/sources/attendus")
    @PreAuthorize(Allowed.TEMPLATES)
    String expect(@PathVariable UUID id, Submission sent) {
        return source(
                id,
                "attendu",
                RegisterText.EXPECTED_NOTED,
                () -> reporting.expect(id, sent.typed()),
                sent);
    }

    private String source(UUID id, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to(DiseaseRegisterScreens.HOME + "/" + id + "/sources", toast, work),
                form,
                "diseaseregister/sources",
                shown -> sources.page(id, shown));
    }

    @GetMapping("/extraits")
    @PreAuthorize(Allowed.STEERING)
    String extracts(@PathVariable UUID id, Submission sent) {
        return sent.show("diseaseregister/extracts", extracts.page(id, Shown.none()));
    }

    @PostMapping("/extraits")
    @PreAuthorize(Allowed.CLINICAL)
    String prepare(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        DiseaseRegisterScreens.HOME + "/" + id + "/extraits",
                        RegisterText.EXTRACT_READY,
                        () -> service.prepare(id, sent.typed())),
                "extrait",
                "diseaseregister/extracts",
                shown -> extracts.page(id, shown));
    }

    @GetMapping("/extraits/{extrait}/registre.xlsx")
    @PreAuthorize(Allowed.CLINICAL)
    Object workbook(
            @PathVariable UUID id,
            @PathVariable UUID extrait,
            Submission sent,
            HttpServletResponse response) {
        return take(id, extrait, false, sent, response);
    }

    @GetMapping("/extraits/{extrait}/registre.csv")
    @PreAuthorize(Allowed.CLINICAL)
    Object csv(
            @PathVariable UUID id,
            @PathVariable UUID extrait,
            Submission sent,
            HttpServletResponse response) {
        return take(id, extrait, true, sent, response);
    }

    /// The file, or the page that says why there is none any more.
    private Object take(
            UUID id, UUID extract, boolean csv, Submission sent, HttpServletResponse response) {
        try {
            var content = service.take(id, extract, csv);
            return csv
                    ? file(
                            content,
                            new MediaType("text", "csv", StandardCharsets.UTF_8),
                            "registre.csv")
                    : file(content, MediaType.valueOf(WorkbookOut.TYPE), "registre.xlsx");
        } catch (FormRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sent.show(
                    "diseaseregister/extracts",
                    extracts.page(
                            id,
                            new Shown(
                                    "extrait",
                                    sent.typed(),
                                    FormOutcome.refused(refused.errors()))));
        }
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(content);
    }
}
