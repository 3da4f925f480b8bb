package fr.maillage.hospital.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
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

/// Urgent and very specific situations of a person, and stays avoided.
@Controller
@RequestMapping("/dossiers/{id}/situations-aigues")
@PreAuthorize(Allowed.CLINICAL)
class AcuteController {

    private final CaseFiles files;
    private final AcuteService service;
    private final AcuteScreens screens;

    AcuteController(CaseFiles files, AcuteService service, AcuteScreens screens) {
        this.files = files;
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    String show(@PathVariable UUID id, Submission sent) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        return sent.show("hospital/acute", screens.page(file, Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    String note(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var typed = sent.typed();
        return end(
                file,
                "situation",
                HospitalText.SITUATION_NOTED,
                typed,
                () -> service.note(file.patient(), typed),
                sent);
    }

    @PostMapping("/{situation}")
    @PreAuthorize(Allowed.CLINICAL)
    String correct(@PathVariable UUID id, @PathVariable UUID situation, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var typed = sent.typed();
        return end(
                file,
                "situation-" + situation,
                HospitalText.SITUATION_CORRECTED,
                typed,
                () -> service.correct(file.patient(), situation, typed, typed.version()),
                sent);
    }

    private String end(
            OpenFile file, String form, String toast, Typed typed, Runnable work, Submission sent) {
        return sent.end(
                Act.to("/dossiers/" + file.patient() + "/situations-aigues", toast, work),
                form,
                "hospital/acute",
                shown -> screens.page(file, shown));
    }
}
