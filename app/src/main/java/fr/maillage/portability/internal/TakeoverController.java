package fr.maillage.portability.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import fr.maillage.web.TooLarge;
import fr.maillage.web.WorkbookOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A file is given, and its columns and values are matched with ours.
@Controller
@PreAuthorize(Allowed.HEAD)
class TakeoverController {

    static final String XLSX = WorkbookOut.TYPE;

    private final FileReception reception;
    private final Matcher matcher;
    private final MappingScreens mapping;
    private final TakeoverScreens screens;
    private final TakeoverService takeovers;
    private final ModelBook workbook;

    TakeoverController(
            FileReception reception,
            Matcher matcher,
            MappingScreens mapping,
            TakeoverScreens screens,
            TakeoverService takeovers,
            ModelBook workbook) {
        this.reception = reception;
        this.matcher = matcher;
        this.mapping = mapping;
        this.screens = screens;
        this.takeovers = takeovers;
        this.workbook = workbook;
    }

    @GetMapping("/reglages/reprise")
    @PreAuthorize(Allowed.HEAD)
    public String list(Model model) {
        model.addAttribute("page", screens.list(reception.limit(), new FormErrors()));
        return "portability/takeovers";
    }

    @PostMapping("/reglages/reprise")
    @PreAuthorize(Allowed.HEAD)
    public String receive(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Submission sent) {
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(
                    sent,
                    new FormErrors().add("file", PortabilityText.tooHeavy(reception.limit())));
        }
        return sent.end(
                new Act(
                        PortabilityText.READ,
                        () -> "/reglages/reprise/" + reception.receive(file) + "/colonnes"),
                outcome -> again(sent, outcome.errors()));
    }

    private String again(Submission sent, FormErrors errors) {
        return sent.show("portability/takeovers", screens.list(reception.limit(), errors));
    }

    @GetMapping("/reglages/reprise/modele.xlsx")
    @PreAuthorize(Allowed.HEAD)
    public ResponseEntity<byte[]> workbook() {
        return file(XLSX, "Modèle de reprise.xlsx", workbook.workbook());
    }

    static ResponseEntity<byte[]> file(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    @GetMapping("/reglages/reprise/{id}/colonnes")
    @PreAuthorize(Allowed.HEAD)
    public String columns(@PathVariable UUID id, Model model) {
        model.addAttribute("page", mapping.columns(id, new FormErrors(), null));
        return "portability/columns";
    }

    @PostMapping("/reglages/reprise/{id}/colonnes")
    @PreAuthorize(Allowed.HEAD)
    public String saveColumns(
            @PathVariable UUID id,
            Submission sent,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = sent.form();
        var onward = form.checked("onward");
        var next =
                onward
                        ? "/reglages/reprise/" + id + "/valeurs"
                        : form.checked("again")
                                ? "/reglages/reprise/" + id + "/colonnes"
                                : "/reglages/reprise";
        FormOutcome outcome;
        try {
            var errors = matcher.columns(id, form, onward);
            // what was chosen is kept even when something stands in the way: not Submission's way
            outcome = onward ? FormOutcome.refused(errors) : FormOutcome.fresh();
        } catch (OptimisticLockingFailureException _) {
            outcome = FormOutcome.overtaken();
        }
        if (outcome.conflict() == null && outcome.errors().none()) {
            after.addFlashAttribute("toast", PortabilityText.SAVED);
            return "redirect:" + next;
        }
        response.setStatus(outcome.status().value());
        return sent.show(
                "portability/columns", mapping.columns(id, outcome.errors(), outcome.conflict()));
    }

    @GetMapping("/reglages/reprise/{id}/valeurs")
    @PreAuthorize(Allowed.HEAD)
    public String codes(@PathVariable UUID id, Model model) {
        model.addAttribute("page", mapping.codes(id, null));
        return "portability/codes";
    }

    @PostMapping("/reglages/reprise/{id}/valeurs")
    @PreAuthorize(Allowed.HEAD)
    public String saveCodes(@PathVariable UUID id, Submission sent) {
        var onward = sent.form().checked("onward");
        return sent.end(
                Act.to(
                        onward ? "/reglages/reprise/" + id : "/reglages/reprise",
                        PortabilityText.SAVED,
                        () -> {
                            matcher.codes(id, sent.form());
                            if (onward) takeovers.tryIt(id);
                        }),
                outcome -> sent.show("portability/codes", mapping.codes(id, outcome.conflict())));
    }
}
