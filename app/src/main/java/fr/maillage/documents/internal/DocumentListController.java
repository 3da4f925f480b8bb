package fr.maillage.documents.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists of documents: of a person, of the structure's files, the person's own.
@Controller
class DocumentListController {

    private final CaseFiles files;
    private final DocumentScreens screens;

    DocumentListController(CaseFiles files, DocumentScreens screens) {
        this.files = files;
        this.screens = screens;
    }

    @GetMapping("/dossiers/{id}/documents")
    @PreAuthorize(Allowed.FILES)
    public String list(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String type, Model model) {
        model.addAttribute(
                "page", screens.list(files.open(new PatientId(id), Part.DOCUMENTS), type));
        return "documents/list";
    }

    /// What is typed about a person is posted, never in an address.
    @PostMapping("/dossiers/{id}/documents/recherche")
    @PreAuthorize(Allowed.FILES)
    public String search(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        var file = files.open(new PatientId(id), Part.DOCUMENTS);
        model.addAttribute(
                "page", q.isBlank() ? screens.list(file, "") : screens.search(file, q.strip()));
        return "documents/list";
    }

    @GetMapping("/dossiers/{id}/documents/recherche")
    @PreAuthorize(Allowed.FILES)
    public String searchAgain(@PathVariable UUID id) {
        return "redirect:/dossiers/" + id + "/documents";
    }

    @GetMapping("/documents")
    @PreAuthorize(Allowed.TEAM)
    public String everywhere(Model model) {
        model.addAttribute("page", screens.everywhere(""));
        return "documents/search";
    }

    @PostMapping("/documents/recherche")
    @PreAuthorize(Allowed.TEAM)
    public String everywhere(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", screens.everywhere(q.strip()));
        return "documents/search";
    }

    @GetMapping("/documents/recherche")
    @PreAuthorize(Allowed.TEAM)
    public String everywhereAgain() {
        return "redirect:/documents";
    }

    @GetMapping("/mon-plan/documents")
    @PreAuthorize(Allowed.PATIENT)
    public String mine(Model model) {
        model.addAttribute(
                "page", screens.mine(files.open(SignedIn.current().patient(), Part.DOCUMENTS)));
        return "documents/mine";
    }
}
