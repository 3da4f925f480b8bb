package fr.maillage.adverse.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.UUID;

/// Adverse events about a person: declared from their page, by the team and by the circle.
@Controller
@RequestMapping("/dossiers/{patient}/evenements")
@PreAuthorize(Allowed.FILES)
class PersonEventController {

    private final CaseFiles files;
    private final EventService service;
    private final EventScreens screens;

    PersonEventController(CaseFiles files, EventService service, EventScreens screens) {
        this.files = files;
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    String of(@PathVariable UUID patient, Submission sent) {
        var file = files.open(new PatientId(patient), EventService.part());
        return sent.show("adverse/person", screens.of(file, Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.FILES)
    String declare(@PathVariable UUID patient, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), EventService.part());
        // somebody of several structures acts in the one of this person, from the start
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() -> declare(file, sent.typed(), sent));
    }

    private String declare(OpenFile file, Typed typed, Submission sent) {
        return sent.end(
                Act.to(
                        "/dossiers/" + file.patient() + "/evenements",
                        typed.checked("anonymous")
                                ? AdverseText.DECLARED_ANONYMOUSLY
                                : AdverseText.DECLARED,
                        () -> service.declare(file.patient(), typed)),
                "declaration",
                "adverse/person",
                shown -> screens.of(file, shown));
    }
}
