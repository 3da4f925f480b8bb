package fr.maillage.help.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Cares looked at again: asked and noted by the team, answered by the professional who was asked.
@Controller
@RequestMapping("/dossiers/{id}/reevaluations")
@PreAuthorize(Allowed.CARE)
class RenewalController {

    private final CaseFiles files;
    private final RenewalService service;
    private final RenewalScreens screens;

    RenewalController(CaseFiles files, RenewalService service, RenewalScreens screens) {
        this.files = files;
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.CARE)
    String show(@PathVariable UUID id, Submission sent) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        return sent.show("help/renewals", screens.page(file, Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    String ask(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return end(
                file,
                RenewalScreens.ASK,
                HelpText.RENEWAL_ASKED,
                () -> service.ask(file.patient(), sent.typed()),
                sent);
    }

    @PostMapping("/{demande}")
    @PreAuthorize(Allowed.CARE)
    String answer(@PathVariable UUID id, @PathVariable UUID demande, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        // somebody of several structures acts in the one of this person, from the start
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() ->
                        end(
                                file,
                                "reponse-" + demande,
                                HelpText.RENEWAL_ANSWERED,
                                () -> service.answer(file.patient(), demande, sent.typed()),
                                sent));
    }

    @PostMapping("/{demande}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    String close(@PathVariable UUID id, @PathVariable UUID demande, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return end(
                file,
                "fin-" + demande,
                HelpText.RENEWAL_CLOSED,
                () -> service.close(file.patient(), demande, sent.typed()),
                sent);
    }

    private String end(OpenFile file, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to("/dossiers/" + file.patient() + "/reevaluations", toast, work),
                form,
                "help/renewals",
                shown -> screens.page(file, shown));
    }
}
