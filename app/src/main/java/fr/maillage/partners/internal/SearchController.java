package fr.maillage.partners.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The one box of the directory, alone or about a person. Posted: what is typed never stands in an
/// address; an example stands there by its code.
@Controller
@PreAuthorize(Allowed.FILES)
class SearchController {

    static final String HERE = "/annuaire";

    private final Search search;
    private final SearchHome home;
    private final CaseFiles files;

    SearchController(Search search, SearchHome home, CaseFiles files) {
        this.search = search;
        this.home = home;
        this.files = files;
    }

    static String of(PatientId patient) {
        return "/dossiers/" + patient + "/annuaire";
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.FILES)
    String blank(@RequestParam(defaultValue = "") String exemple, Model model) {
        return show(home.example(exemple, null), null, model);
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.FILES)
    String find(@RequestParam MultiValueMap<String, String> form, Model model) {
        return show(new Sent(form), null, model);
    }

    @GetMapping("/dossiers/{id}/annuaire")
    @PreAuthorize(Allowed.TEAM)
    String blank(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String exemple, Model model) {
        var file = files.open(new PatientId(id), Part.CERCLE);
        return show(home.example(exemple, file), file, model);
    }

    @PostMapping("/dossiers/{id}/annuaire")
    @PreAuthorize(Allowed.TEAM)
    String find(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, Model model) {
        // each letter typed is no reading of the file
        return show(new Sent(form), files.openToWrite(new PatientId(id), Part.CERCLE), model);
    }

    private String show(Sent sent, @Nullable OpenFile file, Model model) {
        var form = SearchForm.of(sent);
        if (sent.number("oter") >= 0 || sent.number("nom") >= 0)
            form = form.after(sent, search.read(form.typed()));
        model.addAttribute("page", search.page(form, file));
        return "partners/search";
    }
}
