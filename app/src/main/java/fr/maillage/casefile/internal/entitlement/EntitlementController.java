package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// « Droits et mesures » of a person.
@Controller
@RequestMapping("/dossiers/{id}/mesures")
@PreAuthorize(Allowed.TEAM)
class EntitlementController {

    private final CaseFiles files;
    private final EntitlementService rights;
    private final EntitlementScreens screens;

    EntitlementController(CaseFiles files, EntitlementService rights, EntitlementScreens screens) {
        this.files = files;
        this.rights = rights;
        this.screens = screens;
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
    public String add(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        var form = sent.form();
        var file = files.openToWrite(patient, Part.DROITS);
        return sent.end(
                new Act(EntitlementText.NOTED, () -> address(id) + "/" + rights.add(patient, form)),
                outcome ->
                        sent.show("casefile/measures", screens.all(file, form, outcome.errors())));
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
            Submission sent) {
        var patient = new PatientId(id);
        var form = sent.form();
        var file = files.openToWrite(patient, Part.DROITS);
        var here = address(id) + "/" + right;
        var done =
                switch (act) {
                    case "droit" ->
                            Act.to(
                                    here,
                                    EntitlementText.SAVED,
                                    () -> rights.change(patient, right, form));
                    case "demarche" ->
                            Act.to(
                                    here,
                                    EntitlementText.STEP_NOTED,
                                    () -> rights.step(patient, right, form));
                    case "renouvellement" ->
                            new Act(
                                    EntitlementText.RENEWED,
                                    () -> address(id) + "/" + rights.renew(patient, right, form));
                    case "fin" ->
                            Act.to(
                                    address(id),
                                    EntitlementText.CLOSED,
                                    () -> rights.close(patient, right, form));
                    default -> throw new NotFound("droit", right);
                };
        return sent.end(
                done,
                outcome ->
                        sent.show(
                                act.equals("droit") ? "casefile/measure-edit" : "casefile/measure",
                                screens.one(file, right, act, form, outcome)));
    }

    private static String address(UUID patient) {
        return "/dossiers/" + patient + "/mesures";
    }
}
