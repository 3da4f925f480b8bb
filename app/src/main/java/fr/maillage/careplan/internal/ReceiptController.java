package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
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

/// « Le médecin a-t-il reçu le plan ? »: signs of it, written down by the team.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{id}/recu")
@PreAuthorize(Allowed.CLINICAL)
class ReceiptController {

    private final Receipts receipts;
    private final ReceiptScreens screens;
    private final PpsScreens plans;
    private final CaseFiles files;

    ReceiptController(
            Receipts receipts, ReceiptScreens screens, PpsScreens plans, CaseFiles files) {
        this.receipts = receipts;
        this.screens = screens;
        this.plans = plans;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        plans.plan(file.patient(), id);
        model.addAttribute("page", screens.page(file, id, Sent.with()));
        return "careplan/receipt";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String note(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return end(
                patient,
                id,
                sent,
                Act.to(
                        PpsScreens.base(new PatientId(patient)) + "/" + id,
                        ReceiptText.NOTED,
                        () -> receipts.note(id, form)));
    }

    @PostMapping("/{receipt}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String withdraw(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID receipt,
            Submission sent) {
        return end(
                patient,
                id,
                sent,
                Act.to(
                        PpsScreens.base(new PatientId(patient)) + "/" + id + "/recu",
                        ReceiptText.TAKEN_BACK,
                        () -> receipts.withdraw(id, receipt)));
    }

    private String end(UUID patient, UUID id, Submission sent, Act act) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        plans.plan(file.patient(), id);
        return sent.end(
                act, _ -> sent.show("careplan/receipt", screens.page(file, id, sent.form())));
    }
}
