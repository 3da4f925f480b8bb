package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The list of what a return home needs: of a stay, and the structure's own.
@Controller
class ReturnController {

    private static final String MODEL = "/reglages/retour-a-domicile";

    private final CaseFiles files;
    private final StayService stays;
    private final ReturnLists returns;
    private final StayScreens screens;

    ReturnController(CaseFiles files, StayService stays, ReturnLists returns, StayScreens screens) {
        this.files = files;
        this.stays = stays;
        this.returns = returns;
        this.screens = screens;
    }

    @GetMapping("/dossiers/{id}/sejours/{stay}/preparation")
    @PreAuthorize(Allowed.CLINICAL)
    public String list(@PathVariable UUID id, @PathVariable UUID stay, Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        model.addAttribute("page", screens.list(file, stay, Sent.with(), FormOutcome.fresh()));
        return "casefile/return";
    }

    @PostMapping("/dossiers/{id}/sejours/{stay}/preparation")
    @PreAuthorize(Allowed.CLINICAL)
    public String say(@PathVariable UUID id, @PathVariable UUID stay, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/sejours/" + stay + "/preparation",
                        StayText.LIST_SAVED,
                        () -> stays.prepare(file.patient(), stay, sent.form())),
                outcome ->
                        sent.show(
                                "casefile/return", screens.list(file, stay, sent.form(), outcome)));
    }

    @GetMapping(MODEL)
    @PreAuthorize(Allowed.TEMPLATES)
    public String model(Model model) {
        model.addAttribute("page", screens.model(Sent.with()));
        return "casefile/return-model";
    }

    @PostMapping(MODEL)
    @PreAuthorize(Allowed.TEMPLATES)
    public String change(Submission sent) {
        return sent.end(
                Act.to(MODEL, StayText.MODEL_SAVED, () -> returns.change(sent.form())),
                _ -> sent.show("casefile/return-model", screens.model(sent.form())));
    }
}
