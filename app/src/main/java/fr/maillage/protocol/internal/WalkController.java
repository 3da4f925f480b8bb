package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Decision algorithms walked for a person: begun, answered question by question, concluded.
@Controller
@RequestMapping("/dossiers/{patient}/algorithmes")
@PreAuthorize(Allowed.CLINICAL)
class WalkController {

    private final Walks walks;
    private final WalkScreens screens;
    private final CaseFiles files;

    WalkController(Walks walks, WalkScreens screens, CaseFiles files) {
        this.walks = walks;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String all(@PathVariable UUID patient, Model model) {
        model.addAttribute("page", screens.all(files.open(new PatientId(patient), Part.PPS)));
        return "protocol/walks";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String begin(@PathVariable UUID patient, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var protocol =
                Ids.parse(sent.text("protocole"))
                        .orElseThrow(() -> new NotFound("protocole", null));
        return sent.end(
                new Act(
                        ProtocolText.WALK_BEGUN,
                        () ->
                                WalkScreens.href(file.patient())
                                        + "/"
                                        + walks.begin(
                                                file.patient(), protocol, sent.text("algorithme"))),
                _ -> sent.show("protocol/walks", screens.all(file)));
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    public String walk(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute("page", screens.walk(file, id, null, new FormErrors()));
        return "protocol/walk";
    }

    @PostMapping("/{id}/reponse")
    @PreAuthorize(Allowed.CLINICAL)
    public String answer(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var rank = sent.form().number("reponse");
        return act(
                file,
                id,
                sent,
                ProtocolText.ANSWERED,
                () -> walks.answer(file.patient(), id, sent.text("question"), rank));
    }

    @PostMapping("/{id}/retour")
    @PreAuthorize(Allowed.CLINICAL)
    public String back(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        return act(
                file,
                id,
                sent,
                ProtocolText.TAKEN_BACK,
                () -> walks.back(file.patient(), id, sent.form().number("_count")));
    }

    @PostMapping("/{id}/conclure")
    @PreAuthorize(Allowed.CLINICAL)
    public String end(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        return act(
                file,
                id,
                sent,
                ProtocolText.WALK_KEPT,
                () -> walks.end(file.patient(), id, sent.form().number("_count")));
    }

    @PostMapping("/{id}/abandonner")
    @PreAuthorize(Allowed.CLINICAL)
    public String drop(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        return sent.end(
                Act.to(
                        WalkScreens.href(file.patient()),
                        ProtocolText.WALK_DROPPED,
                        () -> walks.drop(file.patient(), id)),
                outcome ->
                        sent.show("protocol/walk", screens.walk(file, id, null, outcome.errors())));
    }

    private String act(OpenFile file, UUID id, Submission sent, String toast, Runnable work) {
        return sent.end(
                Act.to(WalkScreens.href(file.patient()) + "/" + id, toast, work),
                outcome ->
                        sent.show(
                                "protocol/walk",
                                screens.walk(
                                        file,
                                        id,
                                        outcome.conflict() == null
                                                ? null
                                                : ProtocolText.WALK_CHANGED,
                                        outcome.errors())));
    }
}
