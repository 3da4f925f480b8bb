package fr.maillage.desk.internal.persons;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Likely duplicates, files joined, files parted. Only the head joins and parts (adr 0025).
@Controller
class MergeController {

    private final CaseFiles files;
    private final Merges merges;
    private final MergeScreens screens;
    private final Trail trail;

    MergeController(CaseFiles files, Merges merges, MergeScreens screens, Trail trail) {
        this.files = files;
        this.merges = merges;
        this.screens = screens;
        this.trail = trail;
    }

    @GetMapping("/dossiers/doublons")
    @PreAuthorize(Allowed.STEERING)
    String duplicates(@RequestParam(defaultValue = "1") int page, Model model) {
        var shown = screens.duplicates(Math.clamp(page, 1, 10_000));
        trail.listed(
                "DOUBLONS",
                shown.pairs().stream()
                        .flatMap(p -> Stream.of(p.one().id(), p.other().id()))
                        .map(UUID::fromString)
                        .toList());
        model.addAttribute("page", shown);
        return "desk/duplicates";
    }

    @PostMapping("/dossiers/doublons")
    @PreAuthorize(Allowed.STEERING)
    String tellApart(Submission sent) {
        var one = person(sent.text("one"));
        var other = person(sent.text("other"));
        files.openToWrite(one, Part.IDENTITE);
        files.openToWrite(other, Part.IDENTITE);
        return sent.end(
                Act.to(
                        "/dossiers/doublons",
                        PersonsText.TOLD_APART,
                        () -> merges.tellApart(one, other, null)),
                outcome -> sent.show("desk/duplicates", screens.duplicates(1)));
    }

    /// With whom, then side by side.
    @GetMapping("/dossiers/{id}/fusion")
    @PreAuthorize(Allowed.HEAD)
    String merge(@PathVariable UUID id, @RequestParam @Nullable UUID avec, Model model) {
        var file = files.open(new PatientId(id), Part.IDENTITE);
        if (avec == null) {
            model.addAttribute("page", screens.with(file, ""));
            return "desk/merge-with";
        }
        var other = new PatientId(avec);
        files.open(other, Part.IDENTITE);
        model.addAttribute("page", screens.compare(file, other, null, new FormErrors(), null));
        return "desk/merge";
    }

    @PostMapping("/dossiers/{id}/fusion/chercher")
    @PreAuthorize(Allowed.HEAD)
    String search(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        var file = files.openToWrite(new PatientId(id), Part.IDENTITE);
        var page = screens.with(file, q.strip());
        trail.listed("RECHERCHE", page.found().stream().map(p -> UUID.fromString(p.id())).toList());
        model.addAttribute("page", page);
        return "desk/merge-with";
    }

    @PostMapping("/dossiers/{id}/fusion")
    @PreAuthorize(Allowed.HEAD)
    String join(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        var file = files.openToWrite(patient, Part.IDENTITE);
        var other = person(sent.text("other"));
        // absorbed meanwhile: the other tab did it
        if (merges.survivorOf(other).filter(patient::equals).isPresent())
            return "redirect:/dossiers/" + patient + "/fusions";
        files.openToWrite(other, Part.IDENTITE);
        return sent.end(
                Act.to(
                        "/dossiers/" + patient + "/fusions",
                        PersonsText.MERGED,
                        () ->
                                merges.merge(
                                        patient,
                                        other,
                                        MergeScreens.choices(sent.form()),
                                        sent.text("why"),
                                        sent.text("seen"))),
                outcome ->
                        sent.show(
                                "desk/merge",
                                screens.compare(
                                        file,
                                        other,
                                        sent.form(),
                                        outcome.errors(),
                                        outcome.conflict())));
    }

    @GetMapping("/dossiers/{id}/fusions")
    @PreAuthorize(Allowed.STEERING)
    String merges(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.merges(files.open(new PatientId(id), Part.IDENTITE)));
        return "desk/merges";
    }

    @GetMapping("/dossiers/{id}/fusions/{merge}/annuler")
    @PreAuthorize(Allowed.HEAD)
    String parting(@PathVariable UUID id, @PathVariable UUID merge, Model model) {
        var file = files.open(new PatientId(id), Part.IDENTITE);
        model.addAttribute("page", screens.parting(file, merge, null, new FormErrors()));
        return "desk/parting";
    }

    @PostMapping("/dossiers/{id}/fusions/{merge}/annuler")
    @PreAuthorize(Allowed.HEAD)
    String part(@PathVariable UUID id, @PathVariable UUID merge, Submission sent) {
        var patient = new PatientId(id);
        var file = files.openToWrite(patient, Part.IDENTITE);
        return sent.end(
                new Act(
                        PersonsText.PARTED,
                        () ->
                                "/dossiers/"
                                        + merges.part(
                                                patient,
                                                merge,
                                                MergeScreens.assigned(sent.form()),
                                                sent.text("why"))
                                        + "/identite"),
                outcome ->
                        sent.show(
                                "desk/parting",
                                screens.parting(file, merge, sent.form(), outcome.errors())));
    }

    private static PatientId person(String typed) {
        return PatientId.parse(typed).orElseThrow(() -> new NotFound("dossier", null));
    }
}
