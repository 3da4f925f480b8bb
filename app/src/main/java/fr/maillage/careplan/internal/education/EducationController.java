package fr.maillage.careplan.internal.education;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Therapeutic education of one person.
@Controller
@RequestMapping("/dossiers/{patient}/education")
@PreAuthorize(Allowed.CLINICAL)
class EducationController {

    private final EducationService service;
    private final EducationScreens screens;
    private final CaseFiles files;

    EducationController(EducationService service, EducationScreens screens, CaseFiles files) {
        this.service = service;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID patient, Submission sent) {
        return sent.show(
                "careplan/education",
                screens.page(files.open(new PatientId(patient), Part.PPS), Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String begin(@PathVariable UUID patient, Submission sent) {
        return end(patient, "programme", EducationText.SAVED, sent, service::begin);
    }

    @PostMapping("/{id}/{what:diagnostic|competence|evaluation|fin}")
    @PreAuthorize(Allowed.CLINICAL)
    public String write(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable String what,
            Submission sent) {
        return end(
                patient,
                what + "-" + id,
                EducationText.SAVED,
                sent,
                (person, typed) -> {
                    switch (what) {
                        case "diagnostic" -> service.diagnose(person, id, typed);
                        case "competence" -> service.addCompetence(person, id, typed);
                        case "evaluation" -> service.evaluate(person, id, typed);
                        default -> service.end(person, id, typed);
                    }
                });
    }

    @PostMapping("/{id}/plan")
    @PreAuthorize(Allowed.CLINICAL)
    public String carry(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        return end(
                patient,
                "plan",
                EducationText.IN_THE_PLAN,
                sent,
                (person, _) -> service.carry(person, id));
    }

    private String end(
            UUID patient,
            String form,
            String toast,
            Submission sent,
            BiConsumer<PatientId, Typed> act) {
        var person = new PatientId(patient);
        var file = files.openToWrite(person, Part.PPS);
        return sent.end(
                Act.to(
                        "/dossiers/" + patient + "/education",
                        toast,
                        () -> act.accept(person, sent.typed())),
                form,
                "careplan/education",
                shown -> screens.page(file, shown));
    }
}
