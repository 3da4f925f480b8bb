package fr.maillage.casefile.internal.concern;

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

/// « Préoccupation à accès restreint »: opened as the synthesis is, so that the person's journal
/// tells nothing more; who is outside the audience finds nothing.
@Controller
@RequestMapping("/dossiers/{id}/preoccupations")
@PreAuthorize(Allowed.AUDIENCE)
class ConcernController {

    private final CaseFiles files;
    private final ConcernService concerns;
    private final ConcernScreens screens;
    private final SentForms forms;

    ConcernController(
            CaseFiles files, ConcernService concerns, ConcernScreens screens, SentForms forms) {
        this.files = files;
        this.concerns = concerns;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Allowed.AUDIENCE)
    public String all(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        model.addAttribute("page", screens.all(file, Sent.with(), new FormErrors()));
        return "casefile/concerns";
    }

    @PostMapping
    @PreAuthorize(Allowed.ANSWERABLE)
    public String write(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var patient = new PatientId(id);
        var form = new Sent(sent);
        var file = files.openToWrite(patient, Part.SYNTHESE);
        var outcome =
                FormOutcome.of(
                        forms,
                        form.text("_once"),
                        () -> address(id) + "/" + concerns.write(patient, form));
        return outcome.end(
                response,
                flash,
                ConcernText.WRITTEN,
                () -> {
                    model.addAttribute("page", screens.all(file, form, outcome.errors()));
                    return "casefile/concerns";
                });
    }

    @GetMapping("/{concern}")
    @PreAuthorize(Allowed.AUDIENCE)
    public String one(@PathVariable UUID id, @PathVariable UUID concern, Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        model.addAttribute(
                "page", screens.one(file, concern, "", Sent.with(), FormOutcome.fresh()));
        return "casefile/concern";
    }

    /// @param act complement, transmission, decision, lecteurs, levee or cloture
    @PostMapping("/{concern}/{act}")
    @PreAuthorize(Allowed.ANSWERABLE)
    public String act(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var patient = new PatientId(id);
        var form = new Sent(sent);
        var file = files.openToWrite(patient, Part.SYNTHESE);
        Runnable work =
                switch (act) {
                    case "complement" -> () -> concerns.complete(patient, concern, form);
                    case "transmission" -> () -> concerns.transmit(patient, concern, form);
                    case "decision" -> () -> concerns.decide(patient, concern, form);
                    case "lecteurs" -> () -> concerns.name(patient, concern, form);
                    case "levee" -> () -> concerns.lift(patient, concern, form);
                    case "cloture" -> () -> concerns.close(patient, concern, form);
                    default -> throw new NotFound("préoccupation", concern);
                };
        var toast =
                switch (act) {
                    case "complement" -> ConcernText.COMPLETED;
                    case "transmission" -> ConcernText.TRANSMITTED;
                    case "decision" -> ConcernText.DECIDED;
                    case "lecteurs" -> ConcernText.AUDIENCE_CHANGED;
                    case "levee" -> ConcernText.LIFTED;
                    default -> ConcernText.CLOSED;
                };
        var outcome = FormOutcome.of(forms, form.text("_once"), address(id) + "/" + concern, work);
        return outcome.end(
                response,
                flash,
                toast,
                () -> {
                    model.addAttribute("page", screens.one(file, concern, act, form, outcome));
                    return "casefile/concern";
                });
    }

    private static String address(UUID patient) {
        return "/dossiers/" + patient + "/preoccupations";
    }
}
