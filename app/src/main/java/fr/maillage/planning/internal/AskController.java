package fr.maillage.planning.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.UUID;

/// A visit asked for by hand, from the page of the person.
@Controller
@RequestMapping("/dossiers/{id}/visite-a-prevoir")
@PreAuthorize(Allowed.DESK)
class AskController {

    private final CaseFiles files;
    private final AskedVisits asked;

    AskController(CaseFiles files, AskedVisits asked) {
        this.files = files;
        this.asked = asked;
    }

    @GetMapping
    @PreAuthorize(Allowed.DESK)
    public String show(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.CONTACTS);
        model.addAttribute(
                "page",
                new AskPage(
                        file.banner(),
                        Sent.with(),
                        new FormErrors(),
                        asked.known(new PatientId(id))));
        return "planning/ask";
    }

    @PostMapping
    @PreAuthorize(Allowed.DESK)
    public String ask(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.CONTACTS);
        var form = sent.form();
        return sent.end(
                Act.to(
                        "/agenda/tournees",
                        PlanningText.NOTED,
                        () -> asked.ask(new PatientId(id), form)),
                outcome ->
                        sent.show(
                                "planning/ask",
                                new AskPage(
                                        file.banner(),
                                        form,
                                        outcome.errors(),
                                        asked.known(new PatientId(id)))));
    }
}
