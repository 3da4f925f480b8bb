package fr.maillage.diseaseregister.internal;

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

/// A person and the registers: inclusion, follow-up, objection.
@Controller
@RequestMapping("/dossiers/{id}/registres")
@PreAuthorize(Allowed.CLINICAL)
class EnrolmentController {

    private final CaseFiles files;
    private final EnrolmentScreens screens;
    private final CaseService service;

    EnrolmentController(CaseFiles files, EnrolmentScreens screens, CaseService service) {
        this.files = files;
        this.screens = screens;
        this.service = service;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    String show(@PathVariable UUID id, Submission sent) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        return sent.show("diseaseregister/person", screens.page(file, Shown.none()));
    }

    @PostMapping("/{register}")
    @PreAuthorize(Allowed.CLINICAL)
    String include(@PathVariable UUID id, @PathVariable UUID register, Submission sent) {
        return end(
                id,
                "inclure-" + register,
                RegisterText.INCLUDED,
                (patient, typed) -> service.include(patient, register, typed),
                sent);
    }

    @PostMapping("/{register}/completer")
    @PreAuthorize(Allowed.CLINICAL)
    String complete(@PathVariable UUID id, @PathVariable UUID register, Submission sent) {
        return end(
                id,
                "cas-" + register,
                RegisterText.COMPLETED,
                (patient, typed) -> service.complete(patient, register, typed),
                sent);
    }

    @PostMapping("/{register}/suivis/{rank:\\d{1,4}}")
    @PreAuthorize(Allowed.CLINICAL)
    String follow(
            @PathVariable UUID id,
            @PathVariable UUID register,
            @PathVariable int rank,
            Submission sent) {
        return end(
                id,
                "suivi-" + rank + "-" + register,
                RegisterText.FOLLOWED,
                (patient, typed) -> service.follow(patient, register, rank, typed),
                sent);
    }

    @PostMapping("/{register}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    String over(@PathVariable UUID id, @PathVariable UUID register, Submission sent) {
        return end(
                id,
                "fin-" + register,
                RegisterText.ENDED,
                (patient, typed) -> service.end(patient, register, typed),
                sent);
    }

    @PostMapping("/{register}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    String out(@PathVariable UUID id, @PathVariable UUID register, Submission sent) {
        return end(
                id,
                "retrait-" + register,
                RegisterText.TAKEN_OUT,
                (patient, typed) -> service.takeOut(patient, register, typed),
                sent);
    }

    @PostMapping("/{register}/opposition")
    @PreAuthorize(Allowed.CLINICAL)
    String object(@PathVariable UUID id, @PathVariable UUID register, Submission sent) {
        return end(
                id,
                "opposition-" + register,
                RegisterText.OPPOSED,
                (patient, typed) -> service.object(patient, register, typed),
                sent);
    }

    @PostMapping("/opposition")
    @PreAuthorize(Allowed.CLINICAL)
    String objectToAll(@PathVariable UUID id, Submission sent) {
        return end(
                id,
                "opposition",
                RegisterText.OPPOSED,
                (patient, typed) -> service.object(patient, null, typed),
                sent);
    }

    @PostMapping("/oppositions/{objection}/lever")
    @PreAuthorize(Allowed.CLINICAL)
    String lift(@PathVariable UUID id, @PathVariable UUID objection, Submission sent) {
        return end(
                id,
                "",
                RegisterText.LIFTED,
                (patient, _) -> service.lift(patient, objection),
                sent);
    }

    private String end(
            UUID id,
            String form,
            String toast,
            BiConsumer<PatientId, Typed> work,
            Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/registres",
                        toast,
                        () -> work.accept(file.patient(), sent.typed())),
                form,
                "diseaseregister/person",
                shown -> screens.page(file, shown));
    }
}
