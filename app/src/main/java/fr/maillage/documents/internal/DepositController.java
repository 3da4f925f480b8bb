package fr.maillage.documents.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.documents.internal.DocumentService.Deposit;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Documents come: to a person's file, or to the tray. What is good is kept, what is not says why.
@Controller
@PreAuthorize(Allowed.DESK)
class DepositController {

    private final CaseFiles files;
    private final Reception reception;
    private final DocumentService documents;
    private final DepositScreens screens;
    private final SentForms forms;

    DepositController(
            CaseFiles files,
            Reception reception,
            DocumentService documents,
            DepositScreens screens,
            SentForms forms) {
        this.files = files;
        this.reception = reception;
        this.documents = documents;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping("/dossiers/{id}/documents/ajouter")
    @PreAuthorize(Allowed.DESK)
    public String blank(
            @PathVariable UUID id,
            @RequestParam(name = "droit", defaultValue = "") String right,
            Model model) {
        var file = files.open(new PatientId(id), Part.DOCUMENTS);
        return form(file, DepositForm.ofRight(right), new FormErrors(), null, model);
    }

    @PostMapping("/dossiers/{id}/documents")
    @PreAuthorize(Allowed.DESK)
    public String deposit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> fileList,
            @RequestParam(name = "page", required = false) @Nullable List<MultipartFile> pages,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        var file = files.openToWrite(new PatientId(id), Part.DOCUMENTS);
        return take(file, sent, fileList, pages, request, response, after, model);
    }

    @GetMapping("/documents/a-classer")
    @PreAuthorize(Allowed.DESK)
    public String tray(Model model) {
        return form(null, DepositForm.BLANK, new FormErrors(), null, model);
    }

    @PostMapping("/documents/a-classer")
    @PreAuthorize(Allowed.DESK)
    public String depositToTray(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> fileList,
            @RequestParam(name = "page", required = false) @Nullable List<MultipartFile> pages,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return take(null, sent, fileList, pages, request, response, after, model);
    }

    private String take(
            @Nullable OpenFile file,
            MultiValueMap<String, String> sent,
            @Nullable List<MultipartFile> fileList,
            @Nullable List<MultipartFile> pages,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        var typed = DepositForm.of(new Sent(sent));
        var heavy = Reception.tooLarge(request);
        if (heavy.isPresent()) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return form(file, typed, new FormErrors().add("file", heavy.get()), null, model);
        }
        try (var received =
                reception.of(
                        fileList == null ? List.of() : fileList,
                        pages == null ? List.of() : pages)) {
            if (received.nothing()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return form(
                        file,
                        typed,
                        new FormErrors().add("file", DocumentsText.NOTHING),
                        null,
                        model);
            }
            var done = new AtomicReference<@Nullable Deposit>();
            var next =
                    file == null
                            ? "/documents/a-classer"
                            : "/dossiers/" + file.patient() + "/documents";
            var place =
                    forms.once(
                            sent.getFirst("_once"),
                            () -> {
                                done.set(
                                        documents.deposit(
                                                file == null ? null : file.patient(),
                                                received.good(),
                                                typed,
                                                SignedIn.current().role().clinical()));
                                return next;
                            });
            var deposit = done.get();
            if (deposit == null) return "redirect:" + place; // sent twice: done once
            deposit.turned().addAll(received.turned());
            if (deposit.whole()) {
                after.addFlashAttribute("toast", DocumentsText.kept(deposit.kept().size()));
                return "redirect:" + place;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(file, typed, deposit.notes(), deposit, model);
        }
    }

    private String form(
            @Nullable OpenFile file,
            DepositForm typed,
            FormErrors errors,
            @Nullable Deposit deposit,
            Model model) {
        var page =
                screens.deposit(
                        file,
                        typed,
                        errors,
                        deposit == null
                                ? List.of()
                                : deposit.kept().stream()
                                        .map(kept ->
                                                new DepositPage.Kept(
                                                        "/documents/" + kept.id(), kept.title()))
                                        .toList(),
                        deposit == null ? List.of() : deposit.turned());
        model.addAttribute("page", file == null ? screens.tray(page) : page);
        return file == null ? "documents/tray" : "documents/deposit";
    }
}
