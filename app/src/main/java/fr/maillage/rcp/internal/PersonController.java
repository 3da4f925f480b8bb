package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.UUID;

/// Meetings and expertise of one person.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class PersonController {

    private final AgendaService agenda;
    private final ExpertiseService expertise;
    private final PersonScreens screens;
    private final CaseFiles files;

    PersonController(
            AgendaService agenda,
            ExpertiseService expertise,
            PersonScreens screens,
            CaseFiles files) {
        this.agenda = agenda;
        this.expertise = expertise;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping("/dossiers/{patient}/rcp")
    @PreAuthorize(Allowed.CLINICAL)
    String person(@PathVariable UUID patient, Submission sent) {
        var file = files.open(new PatientId(patient), Part.SUIVI);
        return sent.show("rcp/person", screens.page(file, Shown.none()));
    }

    @PostMapping("/dossiers/{patient}/rcp")
    @PreAuthorize(Allowed.CLINICAL)
    String put(@PathVariable UUID patient, Submission sent) {
        var typed = sent.typed();
        return sent.end(
                Act.to(
                        "/dossiers/" + patient + "/rcp",
                        RcpText.ON_IT,
                        () ->
                                agenda.put(
                                        Ids.parse(typed.text("meeting"))
                                                .orElseThrow(() ->
                                                        FormRefused.because(
                                                                "meeting", RcpText.CHOOSE)),
                                        new PatientId(patient),
                                        typed)),
                outcome -> again(patient, "inscrire", sent, outcome));
    }

    @PostMapping("/dossiers/{patient}/expertises")
    @PreAuthorize(Allowed.CLINICAL)
    String ask(@PathVariable UUID patient, Submission sent) {
        return sent.end(
                new Act(
                        RcpText.ASKED,
                        () -> "/expertises/" + expertise.ask(new PatientId(patient), sent.typed())),
                outcome -> again(patient, "expertise", sent, outcome));
    }

    private String again(UUID patient, String form, Submission sent, FormOutcome outcome) {
        var file = files.openToWrite(new PatientId(patient), Part.SUIVI);
        return sent.show("rcp/person", screens.page(file, sent.shown(form, outcome)));
    }

    @GetMapping("/expertises/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    String expertise(@PathVariable UUID id, Submission sent) {
        var one = expertise.get(id);
        var file = files.open(one.patient(), Part.SUIVI);
        return sent.show("rcp/expertise", screens.page(file, one, Shown.none()));
    }

    @PostMapping("/expertises/{id}/avis")
    @PreAuthorize(Allowed.CLINICAL)
    String answer(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return sent.end(
                Act.to(
                        "/expertises/" + id,
                        RcpText.OPINION_NOTED,
                        () -> expertise.answer(id, typed, typed.version())),
                outcome -> shown(id, sent.shown("avis", outcome), sent));
    }

    @PostMapping("/expertises/{id}/sans-suite")
    @PreAuthorize(Allowed.CLINICAL)
    String close(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return sent.end(
                Act.to(
                        "/expertises/" + id,
                        RcpText.CLOSED,
                        () -> expertise.close(id, typed.text("why"), typed.version())),
                outcome -> shown(id, sent.shown("clore", outcome), sent));
    }

    private String shown(UUID id, Shown shown, Submission sent) {
        var one = expertise.get(id);
        var file = files.openToWrite(one.patient(), Part.SUIVI);
        return sent.show("rcp/expertise", screens.page(file, one, shown));
    }
}
