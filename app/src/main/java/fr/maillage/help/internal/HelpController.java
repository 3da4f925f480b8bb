package fr.maillage.help.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.help.internal.Asked.Item;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Helps, psychological support and functional support of a person.
@Controller
@RequestMapping("/dossiers/{id}/appuis")
@PreAuthorize(Allowed.CLINICAL)
class HelpController {

    private final CaseFiles files;
    private final HelpScreens screens;
    private final GivenService given;
    private final PsychologyService psychology;
    private final AskedService asked;
    private final MissionService missions;

    HelpController(
            CaseFiles files,
            HelpScreens screens,
            GivenService given,
            PsychologyService psychology,
            AskedService asked,
            MissionService missions) {
        this.files = files;
        this.screens = screens;
        this.given = given;
        this.psychology = psychology;
        this.asked = asked;
        this.missions = missions;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    String show(@PathVariable UUID id, Submission sent) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        return sent.show("help/person", screens.page(file, Shown.none()));
    }

    @PostMapping("/aides")
    @PreAuthorize(Allowed.CLINICAL)
    String note(@PathVariable UUID id, Submission sent) {
        return end(id, "aide", "#noter", HelpText.NOTED, given::note, sent);
    }

    @PostMapping("/aides/{aide}")
    @PreAuthorize(Allowed.CLINICAL)
    String correct(@PathVariable UUID id, @PathVariable UUID aide, Submission sent) {
        return end(
                id,
                "aide-" + aide,
                "#aides",
                HelpText.CORRECTED,
                (patient, typed) -> given.correct(patient, aide, typed),
                sent);
    }

    @PostMapping("/aides/{aide}/revue")
    @PreAuthorize(Allowed.CLINICAL)
    String review(@PathVariable UUID id, @PathVariable UUID aide, Submission sent) {
        return end(
                id,
                "revue-" + aide,
                "#aides",
                HelpText.REVIEWED,
                (patient, typed) -> given.review(patient, aide, typed),
                sent);
    }

    @PostMapping("/aides/{aide}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    String over(@PathVariable UUID id, @PathVariable UUID aide, Submission sent) {
        return end(
                id,
                "fin-" + aide,
                "#aides",
                HelpText.ENDED,
                (patient, typed) -> given.end(patient, aide, typed),
                sent);
    }

    @PostMapping("/psychologie")
    @PreAuthorize(Allowed.CLINICAL)
    String grant(@PathVariable UUID id, Submission sent) {
        return end(id, "soutien", "#psychologie", HelpText.GRANTED, psychology::open, sent);
    }

    @PostMapping("/psychologie/{soutien}/seances")
    @PreAuthorize(Allowed.CLINICAL)
    String session(@PathVariable UUID id, @PathVariable UUID soutien, Submission sent) {
        return end(
                id,
                "seance-" + soutien,
                "#psychologie",
                HelpText.SESSION_NOTED,
                (patient, typed) -> psychology.session(patient, soutien, typed),
                sent);
    }

    @PostMapping("/psychologie/{soutien}/plus")
    @PreAuthorize(Allowed.CLINICAL)
    String more(@PathVariable UUID id, @PathVariable UUID soutien, Submission sent) {
        return end(
                id,
                "plus-" + soutien,
                "#psychologie",
                HelpText.EXTENDED,
                (patient, typed) -> psychology.extend(patient, soutien, typed),
                sent);
    }

    @PostMapping("/psychologie/{soutien}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    String stop(@PathVariable UUID id, @PathVariable UUID soutien, Submission sent) {
        return end(
                id,
                "arret-" + soutien,
                "#psychologie",
                HelpText.ENDED,
                (patient, typed) -> psychology.end(patient, soutien, typed),
                sent);
    }

    @PostMapping("/missions")
    @PreAuthorize(Allowed.CLINICAL)
    String missions(@PathVariable UUID id, Submission sent) {
        return end(id, "missions", "#missions", HelpText.MISSIONS_SAID, missions::say, sent);
    }

    @PostMapping("/medecin")
    @PreAuthorize(Allowed.CLINICAL)
    String ask(@PathVariable UUID id, Submission sent) {
        return end(id, "appui", "#medecin", HelpText.ASKED, asked::ask, sent);
    }

    @PostMapping("/medecin/{demande}/{point}")
    @PreAuthorize(Allowed.CLINICAL)
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID demande,
            @PathVariable String point,
            Submission sent) {
        var item =
                GivenForm.chosen(Item.values(), point)
                        .orElseThrow(() -> new NotFound("appui", demande));
        return end(
                id,
                "reponse-" + demande + "-" + point,
                "#medecin",
                HelpText.ANSWERED,
                (patient, typed) -> {
                    if (asked.answer(patient, demande, item, typed))
                        sent.say(HelpText.ANSWERED_AND_TOLD);
                },
                sent);
    }

    private String end(
            UUID id,
            String form,
            String place,
            String toast,
            BiConsumer<PatientId, Typed> work,
            Submission sent) {
        OpenFile file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/appuis" + place,
                        toast,
                        () -> work.accept(file.patient(), sent.typed())),
                form,
                "help/person",
                shown -> screens.page(file, shown));
    }
}
