package fr.maillage.portal.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages of the person, or of the relative who reads with them: the plan, who is around, who
/// opened the file.
@Controller
@PreAuthorize(Allowed.PATIENT)
class MyPlanController {

    private final CaseFiles caseFiles;
    private final MyPlanScreens screens;

    MyPlanController(CaseFiles caseFiles, MyPlanScreens screens) {
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
        var who = SignedIn.current();
        model.addAttribute("page", screens.circle(caseFiles.open(who.patient(), Part.CERCLE), who));
        return "portal/circle";
    }

    @GetMapping("/mon-plan/acces")
    @PreAuthorize(Allowed.PATIENT)
    String accesses(Model model) {
        var who = SignedIn.current();
        model.addAttribute(
                "page", screens.accesses(caseFiles.open(who.patient(), Part.DROITS), who));
        return "portal/accesses";
    }
}
