package fr.maillage.visit.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// A visit prepared, read, printed; and its exchanges with the telephone of its author.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class VisitController {

    private final CaseFiles files;
    private final VisitService service;
    private final VisitRepository visits;
    private final EntryService entries;
    private final VisitScreens screens;

    VisitController(
            CaseFiles files,
            VisitService service,
            VisitRepository visits,
            EntryService entries,
            VisitScreens screens) {
        this.files = files;
        this.service = service;
        this.visits = visits;
        this.entries = entries;
        this.screens = screens;
    }

    @GetMapping("/dossiers/{patient}/visites/nouvelle")
    @PreAuthorize(Allowed.CLINICAL)
    String blank(
            @PathVariable UUID patient,
            @RequestParam(name = "rendezvous", defaultValue = "") String appointment,
            Submission sent) {
        var file = files.open(new PatientId(patient), Part.SUIVI);
        return sent.show(
                "visit/prepare",
                screens.prepare(
                        file,
                        new PrepareForm(appointment, List.of(), ""),
                        false,
                        FormOutcome.fresh()));
    }

    @PostMapping("/dossiers/{patient}/visites")
    @PreAuthorize(Allowed.CLINICAL)
    String prepare(@PathVariable UUID patient, Submission sent) {
        var id = new PatientId(patient);
        var file = files.openToWrite(id, Part.SUIVI);
        var form = PrepareForm.of(sent);
        return sent.end(
                new Submission.Act(
                        VisitText.PREPARED, () -> "/visites/" + service.prepare(id, form)),
                outcome -> sent.show("visit/prepare", screens.prepare(file, form, true, outcome)));
    }

    @GetMapping("/visites/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    @Transactional
    public String read(@PathVariable UUID id, Model model) {
        var visit = visits.get(id);
        var file = files.open(visit.patient(), Part.SUIVI);
        model.addAttribute("page", screens.page(file, visit));
        return "visit/visit";
    }

    /// What the telephone takes along: a piece of page, to be encrypted there.
    @GetMapping("/visites/{id}/colis")
    @PreAuthorize(Allowed.CLINICAL)
    @Transactional
    public String bundle(@PathVariable UUID id, Model model) {
        var visit = visits.get(id);
        var file = files.open(visit.patient(), Part.SUIVI);
        service.taken(visit);
        model.addAttribute("sheet", screens.sheet(file.banner(), visit));
        return "visit/bundle";
    }

    /// The key of the visit, to its author, in their session.
    @PostMapping("/visites/{id}/cle")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<Map<String, Object>> key(@PathVariable UUID id) {
        return service.key(id)
                .map(key -> ResponseEntity.ok(Map.<String, Object>of("key", key)))
                .orElseGet(() ->
                        ResponseEntity.status(410).body(Map.of("sentence", VisitText.KEY_LOST)));
    }

    @PostMapping("/visites/{id}/saisies")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<Answer> receive(@PathVariable UUID id, @RequestBody Entry entry) {
        return ResponseEntity.ok(entries.receive(id, entry));
    }

    /// @param sent whether everything was received
    @PostMapping("/visites/{id}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<Void> end(
            @PathVariable UUID id, @RequestParam(name = "envoyee", defaultValue = "") String sent) {
        service.end(id, !sent.isEmpty());
        return ResponseEntity.noContent().build();
    }
}
