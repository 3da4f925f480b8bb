package fr.maillage.casefile.internal.concern;

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

/// « Préoccupation à accès restreint »: opened as the synthesis is, so that the person's journal
/// tells nothing more; who is outside the audience finds nothing.
@Controller
@RequestMapping("/dossiers/{id}/preoccupations")
@PreAuthorize(Allowed.AUDIENCE)
class ConcernController {

    private final CaseFiles files;
    private final ConcernService concerns;
    private final ConcernScreens screens;

    ConcernController(CaseFiles files, ConcernService concerns, ConcernScreens screens) {
        this.files = files;
        this.concerns = concerns;
        this.screens = screens;
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
    public String write(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        var form = sent.form();
        var file = files.openToWrite(patient, Part.SYNTHESE);
        return sent.end(
                new Act(
                        ConcernText.WRITTEN,
                        () -> address(id) + "/" + concerns.write(patient, form)),
                outcome ->
                        sent.show("casefile/concerns", screens.all(file, form, outcome.errors())));
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
            Submission sent) {
        var patient = new PatientId(id);
        var form = sent.form();
        var file = files.openToWrite(patient, Part.SYNTHESE);
        var here = address(id) + "/" + concern;
        var done =
                switch (act) {
                    case "complement" ->
                            Act.to(
                                    here,
                                    ConcernText.COMPLETED,
                                    () -> concerns.complete(patient, concern, form));
                    case "transmission" ->
                            Act.to(
                                    here,
                                    ConcernText.TRANSMITTED,
                                    () -> concerns.transmit(patient, concern, form));
                    case "decision" ->
                            Act.to(
                                    here,
                                    ConcernText.DECIDED,
                                    () -> concerns.decide(patient, concern, form));
                    case "lecteurs" ->
                            Act.to(
                                    here,
                                    ConcernText.AUDIENCE_CHANGED,
                                    () -> concerns.name(patient, concern, form));
                    case "levee" ->
                            Act.to(
                                    here,
                                    ConcernText.LIFTED,
                                    () -> concerns.lift(patient, concern, form));
                    case "cloture" ->
                            Act.to(
                                    here,
                                    ConcernText.CLOSED,
                                    () -> concerns.close(patient, concern, form));
                    default -> throw new NotFound("préoccupation", concern);
                };
        return sent.end(
                done,
                outcome ->
                        sent.show(
                                "casefile/concern",
                                screens.one(file, concern, act, form, outcome)));
    }

    private static String address(UUID patient) {
        return "/dossiers/" + patient + "/preoccupations";
    }
}
