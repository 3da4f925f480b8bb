package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
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

/// One aid of a plan and its steps.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{id}/aides/{aid:[0-9a-f-]{36}}")
@PreAuthorize(Allowed.CLINICAL)
class AidController {

    private final AidService aids;
    private final AidScreens pages;
    private final PpsScreens screens;
    private final CaseFiles files;

    AidController(AidService aids, AidScreens pages, PpsScreens screens, CaseFiles files) {
        this.aids = aids;
        this.pages = pages;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String aid(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID aid,
            Submission sent) {
        var file = files.open(new PatientId(patient), Part.PPS);
        return sent.show(
                "careplan/aid",
                pages.page(file, screens.plan(file.patient(), id), aid, Shown.none()));
    }

    @PostMapping("/etapes")
    @PreAuthorize(Allowed.CLINICAL)
    public String note(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID aid,
            Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        return sent.end(
                Act.to(
                        PpsScreens.base(file.patient()) + "/" + id + "/aides/" + aid,
                        AidText.NOTED,
                        () -> aids.note(id, aid, sent.typed())),
                "etape",
                "careplan/aid",
                shown -> pages.page(file, pps, aid, shown));
    }
}
