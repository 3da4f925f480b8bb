package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

/// Questionnaires the structure brings by file: received, tried, published, withdrawn. Nothing here
/// is about a person.
@Controller
@RequestMapping("/reglages/questionnaires")
@PreAuthorize(Allowed.UPKEEP)
class ImportController {

    static final MediaType FHIR = MediaType.valueOf("application/fhir+json");

    private static final String HOME = "/reglages/questionnaires";

    private final ImportService service;
    private final ImportScreens screens;
    private final CutOffs cutOffs;

    ImportController(ImportService service, ImportScreens screens, CutOffs cutOffs) {
        this.service = service;
        this.screens = screens;
        this.cutOffs = cutOffs;
    }

    @GetMapping
    @PreAuthorize(Allowed.UPKEEP)
    String list(Model model) {
        model.addAttribute("page", screens.list(List.of(), new FormErrors()));
        return "assessment/imports";
    }

    /// Not ended by `web.Submission`: a refusal lists faults by their lines, not by fields.
    @PostMapping
    @PreAuthorize(Allowed.UPKEEP)
    String receive(
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model)
            throws IOException {
        var errors = new FormErrors();
        var faults = List.<FhirFile.Place>of();
        if (TooLarge.is(request)) errors.add("fichier", ImportText.TOO_HEAVY);
        else if (file == null || file.isEmpty()) errors.add("fichier", ImportText.NO_FILE);
        else
            switch (service.receive(file.getBytes())) {
                case ImportService.Received.Kept(var id) -> {
                    after.addFlashAttribute("toast", ImportText.RECEIVED);
                    return "redirect:" + HOME + "/" + id;
                }
                case ImportService.Received.Refused(var found) -> {
                    errors.add("fichier", ImportText.REFUSED);
                    faults = found;
                }
            }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", screens.list(faults, errors));
        return "assessment/imports";
    }

    /// The cut-off of a score, among those its source states.
    @PostMapping("/seuils")
    @PreAuthorize(Allowed.UPKEEP)
    String cutOff(Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(
                        HOME,
                        ImportText.CUT_OFF_CHOSEN,
                        () -> cutOffs.choose(form.text("score"), form.text("seuil"))),
                outcome ->
                        sent.show("assessment/imports", screens.list(List.of(), outcome.errors())));
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.UPKEEP)
    String page(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(id, new Sent(Map.of())));
        return "assessment/imported";
    }

    @GetMapping("/{id}/essai")
    @PreAuthorize(Allowed.UPKEEP)
    String trial(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.trial(id, null));
        return "assessment/trial";
    }

    /// Shows what the answers give. Keeps nothing.
    @PostMapping("/{id}/essai")
    @PreAuthorize(Allowed.UPKEEP)
    String tried(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute(
                "page",
                screens.trial(id, QuestionnaireEngine.answersPosted(request.getParameterMap())));
        return "assessment/trial";
    }

    @GetMapping("/{id}/papier")
    @PreAuthorize(Allowed.UPKEEP)
    String paper(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.paper(id));
        return "assessment/paper";
    }

    @GetMapping("/{id}/questionnaire.json")
    @PreAuthorize(Allowed.UPKEEP)
    ResponseEntity<byte[]> export(@PathVariable UUID id) {
        return file(screens.file(id), "questionnaire.json");
    }

    @PostMapping("/{id}/publier")
    @PreAuthorize(Allowed.UPKEEP)
    String publish(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(HOME + "/" + id, ImportText.PUBLISHED, () -> service.publish(id, form)),
                _ -> sent.show("assessment/imported", screens.page(id, form)));
    }

    @PostMapping("/{id}/retirer")
    @PreAuthorize(Allowed.UPKEEP)
    String withdraw(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(HOME + "/" + id, ImportText.WITHDRAWN, () -> service.withdraw(id, form)),
                _ -> sent.show("assessment/imported", screens.page(id, form)));
    }

    @PostMapping("/{id}/supprimer")
    @PreAuthorize(Allowed.UPKEEP)
    String remove(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(HOME, ImportText.REMOVED, () -> service.remove(id)),
                _ -> sent.show("assessment/imported", screens.page(id, sent.form())));
    }

    /// FHIR JSON, to be kept as a file.
    static ResponseEntity<byte[]> file(String json, String name) {
        return ResponseEntity.ok()
                .contentType(FHIR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(json.getBytes(StandardCharsets.UTF_8));
    }
}
