package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.internal.Sent;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// « Droits et mesures » of a person.
@Controller
@RequestMapping("/dossiers/{id}/mesures")
@PreAuthorize(Allowed.TEAM)
class EntitlementController {

    private final CaseFiles files;
    private final EntitlementService rights;
    private final EntitlementScreens screens;
    private final SentForms forms;

    EntitlementController(
            CaseFiles files,
            EntitlementService rights,
            EntitlementScreens screens,
            SentForms forms) {
        this.files = files;
        this.rights = rights;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    public String all(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.DROITS);
        model.addAttribute("page", screens.all(file, Sent.with(), new FormErrors()));
        return "casefile/measures";
    }

    @PostMapping
    @PreAuthorize(Allowed.DESK)
    public String add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var patient = new PatientId(id);
        var form = new Sent(sent);
        var file = files.openToWrite(patient, Part.DROITS);
        var outcome =
                FormOutcome.of(
                        forms,
                        form.text("_once"),
                        () -> address(id) + "/" + rights.add(patient, form));
        return outcome.end(
                response,
                flash,
                EntitlementText.NOTED,
                () -> {
                    model.addAttribute("page", screens.all(file, form, outcome.errors()));
                    return "casefile/measures";
                });
    }

    @GetMapping("/{right}")
    @PreAuthorize(Allowed.TEAM)
    public String one(@PathVariable UUID id, @PathVariable UUID right, Model model) {
        var file = files.open(new PatientId(id), Part.DROITS);
        model.addAttribute("page", screens.one(file, right, "", Sent.with(), FormOutcome.fresh()));
        return "casefile/measure";
    }

    @GetMapping("/{right}/modifier")
    @PreAuthorize(Allowed.DESK)
    public String edit(@PathVariable UUID id, @PathVariable UUID right, Model model) {
        var file = files.open(new PatientId(id), Part.DROITS);
        model.addAttribute("page", screens.one(file, right, "", Sent.with(), FormOutcome.fresh()));
        return "casefile/measure-edit";
    }

    /// @param act droit, demarche, renouvellement or fin
    @PostMapping("/{right}/{act}")
    @PreAuthorize(Allowed.DESK)
    public String act(
            @PathVariable UUID id,
            @PathVariable UUID right,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var patient = new PatientId(id);
        var form = new Sent(sent);
        var file = files.openToWrite(patient, Part.DROITS);
        var here = address(id) + "/" + right;
        Supplier<String> work =
                switch (act) {
                    case "droit" -> then(() -> rights.change(patient, right, form), here);
                    case "demarche" -> then(() -> rights.step(patient, right, form), here);
                    case "renouvellement" ->
                            () -> address(id) + "/" + rights.renew(patient, right, form);
                    case "fin" -> then(() -> rights.close(patient, right, form), address(id));
                    default -> throw new NotFound("droit", right);
                };
        var toast =
                switch (act) {
                    case "droit" -> EntitlementText.SAVED;
                    case "demarche" -> EntitlementText.STEP_NOTED;
                    case "renouvellement" -> EntitlementText.RENEWED;
                    default -> EntitlementText.CLOSED;
                };
        var outcome = FormOutcome.of(forms, form.text("_once"), work);
        return outcome.end(
                response,
                flash,
                toast,
                () -> {
                    model.addAttribute("page", screens.one(file, right, act, form, outcome));
                    return act.equals("droit") ? "casefile/measure-edit" : "casefile/measure";
                });
    }

    private static Supplier<String> then(Runnable work, String next) {
        return () -> {
            work.run();
            return next;
        };
    }

    private static String address(UUID patient) {
        return "/dossiers/" + patient + "/mesures";
    }
}
