package fr.maillage.portal.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The person's own pages: their plan, who accompanies them, who opened their file.
@Controller
@PreAuthorize(Allowed.PATIENT)
class MyPlanController {

    private final CaseFiles caseFiles;
    private final PortalScreens screens;

    MyPlanController(CaseFiles caseFiles, PortalScreens screens) {
        this.caseFiles = caseFiles;
        this.screens = screens;
    }

    @GetMapping("/mon-plan")
    @PreAuthorize(Allowed.PATIENT)
    String plan(Model model) {
        var who = SignedIn.current();
        model.addAttribute("page", screens.plan(caseFiles.open(who.patient(), Part.PPS), who));
        return "portal/plan";
    }

    @GetMapping("/mon-plan/cercle")
    @PreAuthorize(Allowed.PATIENT)
    String circle(Model model) {
        model.addAttribute(
                "page", screens.circle(caseFiles.open(SignedIn.current().patient(), Part.CERCLE)));
        return "portal/circle";
    }

    @GetMapping("/mon-plan/acces")
    @PreAuthorize(Allowed.PATIENT)
    String accesses(Model model) {
        model.addAttribute(
                "page",
                screens.accesses(caseFiles.open(SignedIn.current().patient(), Part.DROITS)));
        return "portal/accesses";
    }
}
