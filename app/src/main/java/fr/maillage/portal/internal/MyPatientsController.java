package fr.maillage.portal.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of members of circles: their patients across structures, and each one's plan as far as it is theirs.
@Controller
@PreAuthorize(Allowed.PROFESSIONAL)
class MyPatientsController {

    private final MyPatients patients;
    private final PortalScreens screens;

    MyPatientsController(MyPatients patients, PortalScreens screens) {
        this.patients = patients;
        this.screens = screens;
    }

    @GetMapping("/mes-patients")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String list(Model model) {
        var who = SignedIn.current();
        model.addAttribute("page", screens.mine(who, patients.of(who), List.of()));
        return "portal/patients";
    }

    @GetMapping("/mes-patients/{patient}")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String one(@PathVariable UUID patient, Model model) {
        var file = patients.open(new PatientId(patient));
        model.addAttribute("page", screens.one(file, SignedIn.current(), List.of(), List.of(), null));
        return "portal/patient";
    }
}
