package fr.maillage.offer.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was looked for in vain for a person, from their file.
@Controller
@RequestMapping("/dossiers/{patient}/besoins-non-couverts")
@PreAuthorize(Allowed.CLINICAL)
class PersonNeedController {

    private final CaseFiles files;
    private final NeedService service;
    private final NeedScreens screens;

    PersonNeedController(CaseFiles files, NeedService service, NeedScreens screens) {
        this.files = files;
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    String of(
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String besoin,
            Submission sent) {
        return show(files.open(new PatientId(patient), Part.SUIVI), besoin, Shown.none(), sent);
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    String note(@PathVariable UUID patient, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.SUIVI);
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() ->
                        sent.end(
                                Act.to(
                                        here(file),
                                        OfferText.NOTED,
                                        () -> service.note(sent.typed(), file.patient())),
                                outcome -> show(file, "", sent.shown("besoin", outcome), sent)));
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    String end(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.SUIVI);
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() ->
                        sent.end(
                                Act.to(
                                        here(file),
                                        OfferText.ENDED,
                                        () -> service.end(id, file.patient(), sent.typed())),
                                outcome -> show(file, "", sent.shown("fin-" + id, outcome), sent)));
    }

    private static String here(OpenFile file) {
        return "/dossiers/" + file.patient() + "/besoins-non-couverts";
    }

    private String show(OpenFile file, String need, Shown shown, Submission sent) {
        return sent.show(
                "offer/person",
                new PersonNeedsPage(
                        file.banner(),
                        screens.of(file.patient(), shown),
                        screens.blank(here(file), need, file.banner().commune(), shown)));
    }
}
