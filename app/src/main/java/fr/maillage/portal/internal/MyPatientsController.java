package fr.maillage.portal.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages of members of circles: their patients across structures, each one's plan as far as it
/// is theirs, and what they say of their own acts.
@Controller
@PreAuthorize(Allowed.PROFESSIONAL)
class MyPatientsController {

    private final MyPatients patients;
    private final MyActs acts;
    private final PortalScreens screens;

    MyPatientsController(MyPatients patients, MyActs acts, PortalScreens screens) {
        this.patients = patients;
        this.acts = acts;
        this.screens = screens;
    }

    @GetMapping("/mes-patients")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String list(Model model) {
        var who = SignedIn.current();
        var followed = patients.of(who);
        model.addAttribute("page", screens.mine(who, followed, acts.of(followed)));
        return "portal/patients";
    }

    @GetMapping("/mes-patients/{patient}")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String one(@PathVariable UUID patient, Model model) {
        var file = patients.open(new PatientId(patient));
        model.addAttribute(
                "page",
                screens.one(
                        file, SignedIn.current(), acts.of(file.patient()), MyActs.reasons(), null));
        return "portal/patient";
    }

    @PostMapping("/mes-patients/{patient}/actes/{act}")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String mark(
            @PathVariable UUID patient,
            @PathVariable UUID act,
            @RequestParam(defaultValue = "fait") String geste,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var id = new PatientId(patient);
        var errors = acts.mark(id, act, new MyActs.Sent(geste, on, why, note));
        if (errors.none()) {
            redirect.addFlashAttribute(
                    "toast",
                    geste.equals("non-fait") ? PortalText.NOTED_NOT_DONE : PortalText.NOTED_DONE);
            return "redirect:/mes-patients/" + patient;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        var refused = new MyPatientPage.Refused(act.toString(), on, why, note, errors);
        model.addAttribute(
                "page",
                screens.one(
                        patients.open(id),
                        SignedIn.current(),
                        acts.of(id),
                        MyActs.reasons(),
                        refused));
        return "portal/patient";
    }
}
