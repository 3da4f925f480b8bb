package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The library of tools. What is searched there is about tools and nobody: it may stand in an
/// address.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class LibraryController {

    private final CaseFiles caseFiles;
    private final LibraryScreens screens;

    LibraryController(CaseFiles caseFiles, LibraryScreens screens) {
        this.caseFiles = caseFiles;
        this.screens = screens;
    }

    @GetMapping("/evaluations/outils")
    @PreAuthorize(Allowed.CLINICAL)
    String catalogue(
            @RequestParam(defaultValue = "") String outil,
            @RequestParam(defaultValue = "") String domaine,
            Model model) {
        model.addAttribute("page", screens.catalogue(asked(outil, domaine)));
        return "assessment/library";
    }

    @GetMapping("/evaluations/outils/{code}")
    @PreAuthorize(Allowed.CLINICAL)
    String tool(@PathVariable String code, Model model) {
        model.addAttribute("page", screens.tool(code));
        return "assessment/tool";
    }

    @GetMapping("/dossiers/{patient}/evaluations/nouvelle")
    @PreAuthorize(Allowed.CLINICAL)
    String choose(
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String outil,
            @RequestParam(defaultValue = "") String domaine,
            Model model) {
        var file = caseFiles.open(new PatientId(patient), Part.EVALUATIONS);
        model.addAttribute("page", screens.forPerson(file, asked(outil, domaine)));
        return "assessment/library";
    }

    private static LibraryScreens.Asked asked(String outil, String domaine) {
        return new LibraryScreens.Asked(
                outil.length() > 100 ? outil.substring(0, 100) : outil.strip(),
                ToolDomain.of(domaine).map(ToolDomain::code).orElse(""));
    }
}
