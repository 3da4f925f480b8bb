package fr.maillage.portability.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FileReception reception;
    private final Matcher matcher;
    private final MappingScreens mapping;
    private final TakeoverScreens screens;
    private final TakeoverService takeovers;
    private final ModelBook workbook;
    private final SentForms forms;

    TakeoverController(
            FileReception reception,
            Matcher matcher,
            MappingScreens mapping,
            TakeoverScreens screens,
            TakeoverService takeovers,
            ModelBook workbook,
            SentForms forms) {
        this.reception = reception;
        this.matcher = matcher;
        this.mapping = mapping;
        this.screens = screens;
        this.takeovers = takeovers;
        this.workbook = workbook;
        this.forms = forms;
    }

    @GetMapping("/reglages/reprise")
    @PreAuthorize(Allowed.HEAD)
    public String list(Model model) {
        return list(new FormErrors(), model);
    }

    private String list(FormErrors errors, Model model) {
        model.addAttribute("page", screens.list(reception.limit(), errors));
        return "portability/takeovers";
    }

    @PostMapping("/reglages/reprise")
    @PreAuthorize(Allowed.HEAD)
    public String receive(
            @RequestParam(name = "_once", required = false) @Nullable String once,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return list(
                    new FormErrors().add("file", PortabilityText.tooHeavy(reception.limit())),
                    model);
        }
        var outcome =
                FormOutcome.of(
                        forms,
                        once,
                        () -> "/reglages/reprise/" + reception.receive(file) + "/colonnes");
        return outcome.end(
                response, after, PortabilityText.READ, () -> list(outcome.errors(), model));
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
        return columns(id, FormOutcome.fresh(), model);
    }

    private String columns(UUID id, FormOutcome outcome, Model model) {
        model.addAttribute("page", mapping.columns(id, outcome.errors(), outcome.conflict()));
        return "portability/columns";
    }

    @PostMapping("/reglages/reprise/{id}/colonnes")
    @PreAuthorize(Allowed.HEAD)
    public String saveColumns(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        var onward = typed.containsKey("onward");
        var next =
                onward
                        ? "/reglages/reprise/" + id + "/valeurs"
                        : typed.containsKey("again")
                                ? "/reglages/reprise/" + id + "/colonnes"
                                : "/reglages/reprise";
        FormOutcome outcome;
        try {
            var errors = matcher.columns(id, typed, onward, version(typed));
            if (!onward || errors.none()) {
                after.addFlashAttribute("toast", PortabilityText.SAVED);
                return "redirect:" + next;
            }
            outcome = FormOutcome.refused(errors); // what was chosen is kept all the same
        } catch (OptimisticLockingFailureException _) {
            outcome = FormOutcome.overtaken();
        }
        response.setStatus(outcome.status().value());
        return columns(id, outcome, model);
    }

    @GetMapping("/reglages/reprise/{id}/valeurs")
    @PreAuthorize(Allowed.HEAD)
    public String codes(@PathVariable UUID id, Model model) {
        return codes(id, FormOutcome.fresh(), model);
    }

    private String codes(UUID id, FormOutcome outcome, Model model) {
        model.addAttribute("page", mapping.codes(id, outcome.conflict()));
        return "portability/codes";
    }

    @PostMapping("/reglages/reprise/{id}/valeurs")
    @PreAuthorize(Allowed.HEAD)
    public String saveCodes(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        var onward = typed.containsKey("onward");
        var outcome =
                FormOutcome.of(
                        forms,
                        null,
                        onward ? "/reglages/reprise/" + id : "/reglages/reprise",
                        () -> {
                            matcher.codes(id, typed, version(typed));
                            if (onward) takeovers.tryIt(id);
                        });
        return outcome.end(response, after, PortabilityText.SAVED, () -> codes(id, outcome, model));
    }

    private static int version(Map<String, String> typed) {
        var version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
